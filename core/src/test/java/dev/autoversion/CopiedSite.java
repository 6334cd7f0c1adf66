package dev.autoversion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder with copies under versioned names beside its assets, and what the build said of them.
 */
final class CopiedSite implements Manifest {
  static final String LONG = "var long;".repeat(200);
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, Copy> copies = new LinkedHashMap<>();

  /** Versions by sha256sum, integrity values by openssl dgst -sha384 -binary | base64. */
  static CopiedSite of(Path root) throws IOException {
    byte[] gzip = gzip(LONG);
    CopiedSite site = new CopiedSite();
    site.add(
        "js/app-73c94f24cbbd.js",
        copy("js/app.js", "73c94f24cbbd", LONG.length(), Map.of("gzip", (long) gzip.length))
            .integrity("vk/q+vwIwdgLYGXwmbbgiynsW813eVi8Shsutxfn4QDl6IwyN6MHzqg5uYj1/3h/"));
    site.add(
        "css/a-0123456789ab.css",
        copy("css/a.css", "0123456789ab", 44, Map.of())
            .covering("img/a.png")
            .integrity("WbYb7x1zT00DnKe4OhUJjvMXl3bd/YU/T1hF2YpzNqfkCRmtq76R4PqpCGvir2GH"));
    site.add(
        "img/a-3fc4ccfe7458.png",
        copy("img/a.png", "3fc4ccfe7458", 3, Map.of())
            .integrity("C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp"));
    write(root, "js/app.js", LONG);
    write(root, "css/a.css", "i{background:url(../img/a.png)}");
    write(root, "img/a.png", "two");
    write(root, "js/app-73c94f24cbbd.js", LONG);
    Files.write(root.resolve("js/app-73c94f24cbbd.js.gz"), gzip);
    write(root, "css/a-0123456789ab.css", "i{background:url(../img/a-3fc4ccfe7458.png)}");
    write(root, "img/a-3fc4ccfe7458.png", "two");
    write(root, "js/app-67712ef66e2c.js", "var older;".repeat(200));
    write(root, "js/app-67712ef66e2c.js.gz", "of an earlier build");
    write(root, "new.js", "two");
    return site;
  }

  static void write(Path root, String name, String text) throws IOException {
    TextFile.write(root.resolve(name), text);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A copy without its integrity. */
  record Draft(
      String name, String version, long size, Map<String, Long> codings, List<String> covers) {
    Draft covering(String... others) {
      return new Draft(name, version, size, codings, List.of(others));
    }

    Copy integrity(String value) {
      return new Copy(name, new Version(version), "sha384-" + value, size, codings, covers);
    }
  }

  static Draft copy(String name, String version, long size, Map<String, Long> codings) {
    return new Draft(name, version, size, codings, List.of());
  }

  /** Another file, or the same with other words of it. */
  CopiedSite add(String file, Copy copy) {
    files.put(copy.name(), file);
    copies.put(copy.name(), copy);
    copies.put(file, copy);
    return this;
  }

  @Override
  public Optional<String> published(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public Optional<Copy> copy(String name) {
    return Optional.ofNullable(copies.get(name));
  }

  @Override
  public Stream<String> names() {
    return files.keySet().stream();
  }

  @Override
  public String toString() {
    return "our build";
  }
}
