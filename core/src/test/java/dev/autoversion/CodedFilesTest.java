package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file in a content coding beside an asset of 1800 bytes. */
class CodedFilesTest {
  private static final String COPY = "a-73c94f24cbbd.js";

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

  /** Chromium and curl end where the first of several members does (RFC 1952, 2.2). */
  @ParameterizedTest
  @CsvSource({"0", "1", "1799", "1800"})
  void severalMembers_isNotSent(int cut) throws IOException {
    byte[] gzip = members(CopiedSite.LONG.substring(0, cut), CopiedSite.LONG.substring(cut));
    Sent sent = sentBeside(gzip);
    assertEquals("gzip", sent.coding());
    assertEquals(CopiedSite.gzip(CopiedSite.LONG).length, sent.bytes().length, 20);
    assertEquals(false, Arrays.equals(gzip, sent.bytes()));
  }

  /** Padding, or the rest of something else, at which curl fails. */
  @ParameterizedTest
  @CsvSource({"1, 0", "1, 122", "2, 122", "18, 0", "19, 31", "600, 0", "600, 31"})
  void moreBehindTheMember_isNotSent(int more, byte filler) throws IOException {
    byte[] whole = gzipOf(520);
    byte[] gzip = Arrays.copyOf(whole, whole.length + more);
    Arrays.fill(gzip, whole.length, gzip.length, filler);
    Sent sent = sentBeside(gzip);
    assertEquals("gzip", sent.coding());
    assertEquals(CopiedSite.LONG, sent.text());
    assertEquals(CopiedSite.gzip(CopiedSite.LONG).length, sent.bytes().length, 20);
  }

  /** Its last eight bytes lie before, across and behind the end of the JDK's buffer. */
  @Test
  void oneMember_isSentAsItIs() throws IOException {
    TreeSet<Integer> lengths = new TreeSet<>();
    for (int length = 880; length < 940; length++) {
      byte[] gzip = CopiedSite.gzip(hex(length));
      gzip[9] = 7; // Made on a Macintosh, and not by us.
      lengths.add(gzip.length);
      assertArrayEquals(gzip, sentBeside(hex(length), gzip).bytes());
      byte[] longer = Arrays.copyOf(gzip, gzip.length + 1);
      assertEquals(false, Arrays.equals(longer, sentBeside(hex(length), longer).bytes()));
    }
    assertEquals(true, lengths.first() <= 522 && lengths.last() > 530, lengths.toString());
  }

  private static String hex(int length) {
    Random random = new Random(length);
    return random.ints(length, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
  }

  private static byte[] members(String... texts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String text : texts) {
      all.write(CopiedSite.gzip(text));
    }
    return all.toByteArray();
  }

  private Sent sentBeside(byte[] gzip) throws IOException {
    return sentBeside(CopiedSite.LONG, gzip);
  }

  private Sent sentBeside(String text, byte[] gzip) throws IOException {
    Files.writeString(site.resolve("a.js"), text);
    Files.write(site.resolve("a.js.gz"), gzip);
    Autoversion autoversion = ManualTime.later().builder().directory("/s", site).build();
    return Sent.of(autoversion, Asked.get(autoversion.url("/s/a.js")).accepting("gzip"));
  }

  @ParameterizedTest
  @CsvSource({"1710, true", "1711, false"})
  void built_noLongerThanItSaves(int length, boolean sent) throws IOException {
    byte[] gzip = gzipOf(length);
    Autoversion autoversion = built(length);
    Files.write(site.resolve(COPY + ".gz"), gzip);
    Asked asked = Asked.get("/s/" + COPY).accepting("gzip");
    assertEquals(sent, Arrays.equals(gzip, Sent.of(autoversion, asked).bytes()));
  }

  /** What a build has left comes first, until it turns out that it is not there. */
  @Test
  void built_gone_isPreferredNoMore() throws IOException {
    Autoversion autoversion = built(1000);
    Asked asked = Asked.get("/s/" + COPY).accepting("gzip, br");
    assertEquals("gzip", Sent.of(autoversion, asked).coding());
    assertEquals("br", Sent.of(autoversion, asked).coding());
  }

  /** All that there is to go by then is what the build has said. */
  @ParameterizedTest
  @CsvSource({"14, true", "15, false", "0, false"})
  void built_withoutDecoder_byItsLength(long told, boolean found) throws IOException {
    Files.writeString(site.resolve("a.js.br"), "whatever br is");
    CodedFiles beside = new CodedFiles(new Uncoded(VersionStrategy.contentHash()));
    Representations all = RepresentationsTest.of(site, Map.of("br", told));
    assertEquals(found, beside.find(all, Coding.BR, null, 1710).isPresent());
  }

  /** A copy of which a build has said how long its gzip coding is. */
  private Autoversion built(long gzip) throws IOException {
    CopiedSite.write(site, COPY, CopiedSite.LONG);
    CopiedSite built =
        new CopiedSite()
            .add(
                COPY,
                CopiedSite.copy("a.js", "73c94f24cbbd", 1800, Map.of("gzip", gzip))
                    .integrity("vk/q+vwIwdgLYGXwmbbgiynsW813eVi8Shsutxfn4QDl6IwyN6MHzqg5uYj1/3h/"));
    return ManualTime.later().builder().manifest("/s", built, AssetSource.directory(site)).build();
  }

  private static byte[] gzipOf(int length) throws IOException {
    return gzipOf(CopiedSite.LONG.getBytes(StandardCharsets.UTF_8), length);
  }

  /** With an extra field in its header (RFC 1952, 2.3.1.1) that makes it as long as that. */
  static byte[] gzipOf(byte[] bytes, int length) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(coded)) {
      out.write(bytes);
    }
    byte[] plain = coded.toByteArray();
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
