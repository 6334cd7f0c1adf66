package dev.autoversion.benchmarks;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file in a folder of its own, and the coding that its client takes: {@code 30kB}, {@code
 * 30kB-gzip} and {@code 30kB-br} are one script, cut from Bootstrap's to its size. {@code
 * all.min.js-br} is a real file.
 */
record Served(String name) {
  static final Path SITE = Path.of("target", "site").toAbsolutePath();

  /** The same for a server that compresses nothing by itself. */
  static final Path PACKED = Path.of("target", "packed").toAbsolutePath();

  private static final String SCRIPT = "bootstrap/5.3.8/dist/js/bootstrap.bundle.js";
  private static final Map<String, String> FILES =
      Map.of(
          "bootstrap.min.css", "bootstrap/5.3.8/dist/css/bootstrap.min.css",
          "bootstrap.bundle.min.js", "bootstrap/5.3.8/dist/js/bootstrap.bundle.min.js",
          "brands.min.js", "font-awesome/6.7.2/js/brands.min.js",
          "all.min.js", "font-awesome/6.7.2/js/all.min.js");

  private static final int BEST = 11;

  /** Where it is mounted: {@code /30kB}. */
  String prefix() {
    return "/" + plainName();
  }

  Path root() {
    return SITE.resolve(plainName());
  }

  /** The reference: {@code /30kB/script.js}. */
  String url() {
    return prefix() + "/" + fileName();
  }

  String acceptEncoding() {
    return isCompressed() ? name.substring(name.lastIndexOf('-') + 1) : "identity";
  }

  boolean isCompressed() {
    return name.endsWith("-gzip") || name.endsWith("-br");
  }

  /** As long as a request is; it compiles what all have in common. */
  Served smallest() {
    return new Served(name.replace(plainName(), "1kB"));
  }

  void write() throws IOException {
    byte[] bytes = bytes();
    Files.createDirectories(root());
    Files.write(root().resolve(fileName()), bytes);
    Path packed = Files.createDirectories(PACKED.resolve(plainName()));
    Files.write(packed.resolve(fileName()), bytes);
    if (acceptEncoding().equals("gzip")) {
      Files.write(packed.resolve(fileName() + ".gz"), gzip(bytes));
    } else if (acceptEncoding().equals("br")) {
      Files.write(packed.resolve(fileName() + ".br"), brotli(bytes));
    }
  }

  byte[] bytes() throws IOException {
    byte[] source =
        Files.readAllBytes(AssetTree.ROOT.resolve(FILES.getOrDefault(plainName(), SCRIPT)));
    byte[] bytes = new byte[isReal() ? source.length : size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = source[i % source.length];
    }
    return bytes;
  }

  /** As small as brotli makes it. */
  static byte[] brotli(byte[] bytes) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(bytes, new Encoder.Parameters().setQuality(BEST));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new SmallGzip(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private int size() {
    return plainName().equals("1MB")
        ? 1_000_000
        : 1000 * Integer.parseInt(plainName().replace("kB", ""));
  }

  private boolean isReal() {
    return FILES.containsKey(plainName());
  }

  private String fileName() {
    return isReal() ? plainName() : "script.js";
  }

  private String plainName() {
    return isCompressed() ? name.substring(0, name.lastIndexOf('-')) : name;
  }

  /** {@code gzip -9}. */
  private static final class SmallGzip extends GZIPOutputStream {
    SmallGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
