package dev.autoversion.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What a build adds to the {@link War}: an asset with its copy, its codings, a manifest. */
final class BuiltFiles {
  static final String MANIFEST = "WEB-INF/classes/META-INF/autoversion/manifest.json";
  static final byte[] SCRIPT = "two\n".repeat(100).getBytes(StandardCharsets.UTF_8);

  // yes two | head -100 | brotli
  static final byte[] BROTLI = HexFormat.of().parseHex("1b8f01f8a515dee8ee04690180510b");

  private BuiltFiles() {}

  /** The copy's version is none that the running library would find. */
  static Map<String, byte[]> of(String prefix) throws IOException {
    return of(prefix, MANIFEST);
  }

  /** With a manifest that lies elsewhere. */
  static Map<String, byte[]> of(String prefix, String manifest) throws IOException {
    byte[] gzip = gzip();
    // yes two | head -100 | openssl dgst -sha384 -binary | base64
    String text =
        """
        {"autoversion": 1, "mounts": {"%s": {"js/a.js": {"file": "js/a-0123456789ab.js",
          "version": "0123456789ab", "size": 400, "type": "text/javascript",
          "integrity": "sha384-aJAEK77qdAUaks8WaGWYRvXrnXWGJf82RqqyBpUheb58+px05sgu9ehc0OyNKrts",
          "codings": {"br": %d, "gzip": %d}}}}}
        """
            .formatted(prefix, BROTLI.length, gzip.length);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("static/js/a.js", SCRIPT);
    files.put("static/js/a-0123456789ab.js", SCRIPT);
    files.put("static/js/a-0123456789ab.js.br", BROTLI);
    files.put("static/js/a-0123456789ab.js.gz", gzip);
    files.put(manifest, text.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  static byte[] gzip() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(SCRIPT);
    }
    return zipped.toByteArray();
  }
}
