package dev.autoversion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Scripts of given sizes, cut from Bootstrap's. Named {@code 30kB} and {@code 30kB-compressed},
 * whose client takes gzip.
 */
record Served(String name) {
  static final Path SITE = Path.of("target", "site").toAbsolutePath();
  static final Path ROOT = SITE.resolve("served");
  static final String PREFIX = "/served";

  private static final String SCRIPT =
      AssetTree.PREFIX + "/bootstrap/5.3.8/dist/js/bootstrap.bundle.js";

  /** The reference: {@code /served/30kB.js}. */
  String url() {
    return PREFIX + "/" + size() + ".js";
  }

  String acceptEncoding() {
    return isCompressed() ? "gzip" : "identity";
  }

  boolean isCompressed() {
    return name.endsWith("-compressed");
  }

  void write() throws IOException {
    byte[] script = Files.readAllBytes(AssetTree.file(SCRIPT));
    byte[] bytes = new byte[bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = script[i % script.length];
    }
    Files.createDirectories(ROOT);
    Files.write(ROOT.resolve(size() + ".js"), bytes);
  }

  private int bytes() {
    return size().equals("1MB")
        ? 1_000_000
        : 1000 * Integer.parseInt(size().substring(0, size().indexOf("kB")));
  }

  private String size() {
    return name.replace("-compressed", "");
  }
}
