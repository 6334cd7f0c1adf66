package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application without the optional libraries. */
class AbsentCodecsTest {
  @TempDir Path site;

  @Test
  @Tag("fork")
  void bothAbsent_saidAndGzipWorks() throws Exception {
    Files.writeString(site.resolve("a.txt"), "a".repeat(1000));
    String absent =
        "no br, as com.aayushatharva.brotli4j:brotli4j is absent;"
            + " no zstd, as com.github.luben:zstd-jni is absent";
    assertEquals(
        List.of(
            "Autoversion[/s/ directory " + site + "; " + absent + "]",
            "'/s/a.txt'",
            "  mount         /s/",
            "  logical path  a.txt",
            "  source        directory " + site,
            "  strategy      contentHash(12)",
            "  version       41edece42d63", // head -c 1000 /dev/zero | tr '\0' a | sha256sum
            "  placement     query(v)",
            "  codings       " + absent,
            "  url           /s/a.txt?v=41edece42d63",
            "gzip 1000",
            "identity"),
        Fork.of(Program.class)
            .without("brotli4j", "native-", "zstd-jni")
            .argument(site)
            .lines(site));
  }

  @Test
  void noneAbsent_nothingSaid() {
    Autoversion autoversion = Autoversion.builder().directory("/s", site).build();
    assertEquals("Autoversion[/s/ directory " + site + "]", autoversion.toString());
  }

  /** Prints what it is told, and what a browser gets that takes all codings, and only two. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
      Autoversion autoversion =
          Autoversion.builder().directory("/s", Path.of(arguments[0])).build();
      System.out.println(autoversion);
      System.out.println(autoversion.explain("/s/a.txt"));
      String url = autoversion.url("/s/a.txt");
      AssetResponse sent = respond(autoversion, Asked.get(url).accepting("gzip, br, zstd"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      sent.body().writeTo(out);
      byte[] decoded =
          new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes();
      String text = new String(decoded, StandardCharsets.UTF_8);
      System.out.println(sent.headers().get("Content-Encoding") + " " + text.length());
      AssetResponse other = respond(autoversion, Asked.get(url).accepting("br, zstd"));
      System.out.println(other.headers().getOrDefault("Content-Encoding", "identity"));
    }

    private static AssetResponse respond(Autoversion autoversion, Asked asked) {
      return autoversion.respond(asked).orElseThrow();
    }
  }
}
