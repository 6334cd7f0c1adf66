package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepresentationsTest {
  private static final Stamp STAMP = Stamp.ofIdentity("1");
  private static final Version VERSION = new Version("1.0");

  @TempDir Path site;

  /** Of {@code a.js}, which has the text "two", by the key "a key". */
  static Representations of(Path site, Map<String, Long> built) {
    return of(site, held("two"), "\"two\"", built);
  }

  private static Representations of(
      Path site, Bytes identity, String etag, Map<String, Long> built) {
    return new Representations(
        "a key",
        seen(site, STAMP, VERSION, Steadiness.SETTLED),
        representation(Coding.IDENTITY, identity, etag),
        built);
  }

  private Representations of(String text) {
    return of(site, held(text), "\"" + text + "\"", Map.of());
  }

  private static Sighting.Seen seen(
      Path site, Stamp stamp, Version version, Steadiness steadiness) {
    Mount mount =
        new Mount(UrlPrefix.of("/s"), List.of(), null, AssetSource.directory(site), List.of());
    SitePath path = new SitePath(mount, LogicalPath.of("a.js").orElseThrow());
    return new Sighting.Seen(path, stamp, version, List.of(), steadiness, 0);
  }

  private static Bytes held(String text) {
    return new HeldBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Representation representation(Coding coding, Bytes bytes, String etag) {
    return new Representation(
        coding,
        bytes,
        etag,
        new Representation.Traits("text/javascript", "", "no-cache", false, true));
  }

  private static Representation coded(Coding coding, String text) {
    return representation(coding, held(text), "\"" + text + "\"");
  }

  /**
   * Bytes are sent under a stamp only if they are known to be those that it was seen with, and
   * better ones are made once the file has settled.
   */
  @ParameterizedTest
  @CsvSource({
    "contentHash,  held,        same,  YOUNG,   true",
    "contentHash,  held,        other, YOUNG,   true",
    "contentHash,  filed,       same,  YOUNG,   true",
    "contentHash,  filed,       other, SETTLED, false",
    "contentHash,  provisional, same,  YOUNG,   true",
    "contentHash,  provisional, same,  SETTLED, false",
    "lastModified, held,        same,  SETTLED, true",
    "lastModified, held,        other, SETTLED, false",
    "lastModified, held,        same,  YOUNG,   false",
    "lastModified, filed,       same,  SETTLED, true",
  })
  void areOf(String strategy, String bytes, String stamp, Steadiness steadiness, boolean expected)
      throws IOException {
    VersionStrategy by =
        strategy.equals("contentHash")
            ? VersionStrategy.contentHash()
            : VersionStrategy.lastModified();
    Stamp other = stamp.equals("same") ? STAMP : Stamp.ofIdentity("2");
    Representations all = of(site, bytes(bytes), "\"two\"", Map.of());
    assertEquals(expected, all.areOf(seen(site, other, VERSION, steadiness), by));
    assertFalse(all.areOf(seen(site, other, new Version("2.0"), steadiness), by));
  }

  private Bytes bytes(String kind) throws IOException {
    Path file = Files.writeString(site.resolve("a.js"), "two");
    return switch (kind) {
      case "held" -> held("two");
      case "provisional" -> new HeldBytes("two".getBytes(StandardCharsets.UTF_8), true);
      default ->
          new FiledBytes(
              Asset.ofFile(LogicalPath.of("a.js").orElseThrow(), file).orElseThrow(), STAMP, 3);
    };
  }

  @Test
  void built_whatABuildHasSaid() {
    Representations all = of(site, Map.of("gzip", 5L, "identity", 3L, "other", 7L));
    assertEquals(5, all.builtLength(Coding.GZIP));
    assertEquals(0, all.builtLength(Coding.BR));
    assertEquals(0, all.builtLength(Coding.IDENTITY));
    assertTrue(all.hasBuiltCodings());
    all.disprove(Coding.GZIP);
    assertEquals(0, all.builtLength(Coding.GZIP));
    assertFalse(all.hasBuiltCodings());
  }

  @Test
  void begin_eachCodingByOneAtATime() {
    Representations all = of("two");
    for (Coding coding : List.of(Coding.BR, Coding.ZSTD, Coding.GZIP)) {
      assertTrue(all.begin(coding), coding::token);
      assertFalse(all.begin(coding), coding::token);
    }
    all.end(Coding.GZIP);
    assertFalse(all.begin(Coding.BR));
    assertFalse(all.begin(Coding.ZSTD));
    assertTrue(all.begin(Coding.GZIP));
  }

  @Test
  void takeCodings_ofTheSameBytes() {
    Representations others = of("two");
    others.put(Coding.BR, others.identity());
    Representation gzip = coded(Coding.GZIP, "gzip");
    others.put(Coding.GZIP, gzip);
    Representations all = of("two");
    all.takeCodings(others);
    assertSame(all.identity(), all.in(Coding.BR));
    assertNull(all.in(Coding.ZSTD));
    assertSame(gzip, all.in(Coding.GZIP));
    assertSame(all.identity(), all.in(Coding.IDENTITY));
  }

  @Test
  void takeCodings_ofOtherBytesOrNone() {
    Representations others = of("one");
    others.put(Coding.GZIP, coded(Coding.GZIP, "gzip"));
    Representations all = of("two");
    all.takeCodings(others);
    all.takeCodings(null);
    assertNull(all.in(Coding.GZIP));
  }

  /** 1,024 for all that is around them, two for each letter of the key, and the bytes. */
  @Test
  void weight_eachOnce() {
    Representations all = of("two");
    assertEquals(1024 + 10 + 3, all.weight());
    all.put(Coding.BR, all.identity());
    assertEquals(1024 + 10 + 3, all.weight());
    all.put(Coding.GZIP, coded(Coding.GZIP, "gzip"));
    assertEquals(1024 + 10 + 3 + 4, all.weight());
  }
}
