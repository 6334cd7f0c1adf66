package dev.autoversion;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;

/** An answer as a browser gets it. */
record Sent(int status, Map<String, String> headers, byte[] bytes) {
  static Sent of(Autoversion autoversion, Asked asked) throws IOException {
    return of(autoversion.respond(asked).orElseThrow());
  }

  static Sent of(AssetResponse response) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    Assertions.assertEquals(response.body().length(), out.size());
    return new Sent(response.status(), response.headers(), out.toByteArray());
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String coding() {
    return header("Content-Encoding");
  }

  String etag() {
    return header("ETag");
  }

  String text() throws IOException {
    return new String(decoded(), StandardCharsets.UTF_8);
  }

  /** Without the content coding, as other code than ours undoes it. */
  byte[] decoded() throws IOException {
    try (InputStream in = decoder(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private InputStream decoder(InputStream in) throws IOException {
    return switch (coding()) {
      case "br" -> {
        Brotli4jLoader.ensureAvailability();
        yield new BrotliInputStream(in);
      }
      case "zstd" -> new ZstdInputStream(in);
      case "gzip" -> new GZIPInputStream(in);
      default -> in;
    };
  }
}
