package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in a content coding beside an asset of 1800 bytes. */
class BesideTest {
  @TempDir Path site;

  @Test
  void savesFivePercent_isSent() throws IOException {
    byte[] gzip = gzipOf(1710);
    assertArrayEquals(gzip, sentBeside(gzip).bytes());
  }

  /** One is made in its place, which is shorter. */
  @Test
  void savesLess_isNotSent() throws IOException {
    Sent sent = sentBeside(gzipOf(1711));
    assertEquals("gzip", sent.coding());
    assertEquals(CopiedSite.LONG, sent.text());
    assertEquals(CopiedSite.gzip(CopiedSite.LONG).length, sent.bytes().length, 20);
  }

  @Test
  void empty_isNotSent() throws IOException {
    assertEquals(CopiedSite.LONG, sentBeside(new byte[0]).text());
  }

  private Sent sentBeside(byte[] gzip) throws IOException {
    Files.writeString(site.resolve("a.js"), CopiedSite.LONG);
    Files.write(site.resolve("a.js.gz"), gzip);
    Autoversion autoversion = ManualTime.later().builder().directory("/s", site).build();
    return Sent.of(autoversion, Asked.get(autoversion.url("/s/a.js")).accepting("gzip"));
  }

  /** With an extra field in its header (RFC 1952, 2.3.1.1) that makes it as long as that. */
  private static byte[] gzipOf(int length) throws IOException {
    byte[] plain = CopiedSite.gzip(CopiedSite.LONG);
    int extra = length - plain.length - 2;
    ByteArrayOutputStream padded = new ByteArrayOutputStream();
    padded.write(plain, 0, 3);
    padded.write(4);
    padded.write(plain, 4, 6);
    padded.write(extra & 0xff);
    padded.write(extra >> 8);
    padded.write(new byte[extra]);
    padded.write(plain, 10, plain.length - 10);
    return padded.toByteArray();
  }
}
