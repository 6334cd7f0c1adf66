package dev.autoversion.spring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder of the class path with copies under versioned names, and the manifest of that. */
record Copied(Path root, List<String> assets) {
  static final String MANIFEST = "META-INF/autoversion/manifest.json";

  /** An empty one. */
  static Copied in(Path root) {
    return new Copied(root, new ArrayList<>());
  }

  /** Copies an asset of {@code static}, which lies at a path, with any version. */
  Copied asset(String name, Path source, String version) throws Exception {
    byte[] bytes = Files.readAllBytes(source);
    int dot = name.lastIndexOf('.');
    String file = name.substring(0, dot) + "-" + version + name.substring(dot);
    Path copy = root.resolve("static").resolve(file);
    Files.createDirectories(copy.getParent());
    Files.write(copy, bytes);
    byte[] gzip = gzip(bytes);
    Files.write(copy.resolveSibling(copy.getFileName() + ".gz"), gzip);
    assets.add(
        """
        "%s": {"file": "%s", "version": "%s", "integrity": "%s", "size": %d, "type": "x/y",
          "codings": {"gzip": %d}}"""
            .formatted(name, file, version, integrity(bytes), bytes.length, gzip.length));
    return this;
  }

  /** Writes the manifest, for a mount. */
  Copied write(String prefix) throws IOException {
    Path manifest = root.resolve(MANIFEST);
    Files.createDirectories(manifest.getParent());
    Files.writeString(
        manifest,
        "{\"autoversion\": 1, \"mounts\": {\""
            + prefix
            + "\": {"
            + String.join(",\n", assets)
            + "}}}");
    return this;
  }

  /** Has it in front of what tests have. */
  ClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {root.toUri().toURL()}, Copied.class.getClassLoader());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static String integrity(byte[] bytes) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-384").digest(bytes);
    return "sha384-" + Base64.getEncoder().encodeToString(hash);
  }
}
