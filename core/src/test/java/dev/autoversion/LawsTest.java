package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The design's laws, each on some thousand cases; {@link Generator} tells how to replay one. */
class LawsTest {
  private static final List<String> NAMES =
      List.of(
          "a.css",
          "js/app.js",
          "js/app.js.map",
          "js/my-file.js",
          "js/my.js",
          "LICENSE",
          "archive.tar.gz",
          "a..b.js",
          "x..",
          "-",
          "a-.js",
          "a b+c.css",
          "100%.css",
          "caf\u00e9.css",
          "\ud83d\ude00.svg",
          "@_/a.css",
          "@9f3c",
          ".well-known/x.txt",
          "%2e%2e",
          "$1{v}.css",
          "it's.css");

  @TempDir static Path folder;

  static List<Placement> placements() {
    return List.of(
        Placement.query(),
        Placement.query("version"),
        Placement.fileName(),
        Placement.pathSegment());
  }

  @BeforeAll
  static void writeSite() throws IOException {
    for (String name : NAMES) {
      TextFile.write(folder.resolve("site/" + name), "public");
    }
    TextFile.write(folder.resolve("a.css"), "secret");
    TextFile.write(folder.resolve("site.css"), "secret");
    TextFile.write(folder.resolve("site/.env"), "secret");
    TextFile.write(folder.resolve("site/WEB-INF/a.css"), "secret");
  }

  @ParameterizedTest
  @MethodSource("placements")
  void law1_extractUndoesInsert(Placement placement) {
    Generator.check(
        5_000,
        any -> {
          String url = any.url();
          Version version = any.version();
          boolean loneMark = UrlParts.of(url).query().equals("?");
          String back =
              loneMark && placement instanceof QueryPlacement ? url.replaceFirst("\\?", "") : url;
          assertEquals(
              Optional.of(new AssetUrl(back, version)),
              placement.extract(placement.insert(url, version)),
              url);
        });
  }

  @ParameterizedTest
  @MethodSource("placements")
  void law1_extractNeverFails(Placement placement) {
    Generator.check(
        5_000,
        any -> {
          String text = any.text();
          Optional<AssetUrl> proposed = placement.extract(text);
          assertTrue(
              proposed.isEmpty() || proposed.get().url().length() < text.length(),
              () -> Printable.quote(text) + " gives " + proposed);
        });
  }

  @ParameterizedTest
  @MethodSource("placements")
  void law2_onlyTheCurrentVersionCounts(Placement placement) {
    Version current = new Version("9f3c");
    Autoversion keep = site(placement).build();
    Autoversion fail = site(placement).onMissing(OnMissing.FAIL).build();
    boolean inName = !(placement instanceof QueryPlacement);
    Generator.check(
        1_000,
        any -> {
          String reference = reference(any);
          Version other = any.oneIn(3) ? nearly(current, any) : any.version();
          assertNotEquals(current, other);
          String url = placement.insert(reference, current);
          String stale = placement.insert(reference, other);
          assertEquals(url, fail.url(url), "current");
          if (inName) {
            assertEquals(stale, keep.url(stale), "stale name");
            assertThrows(MissingAssetException.class, () -> fail.url(stale), stale);
          } else {
            assertEquals(url, fail.url(stale), "stale query");
          }
          boolean wasOne = !inName || other.hasFormOf(current);
          Optional<Version> version = wasOne ? Optional.of(current) : Optional.empty();
          assertEquals(version, keep.version(stale), stale);
        });
  }

  @ParameterizedTest
  @MethodSource("placements")
  void law3_anyTextIsAnswered(Placement placement) {
    Autoversion keep = site(placement).build();
    Autoversion cdn = site(placement).contextPath("/app").host("https://cdn.example").build();
    Generator.check(
        5_000,
        any -> {
          assertAnswered(any.text(), keep);
          assertAnswered(any.text(), cdn);
        });
  }

  @ParameterizedTest
  @MethodSource("placements")
  void law3_onlyOnePieceIsInserted(Placement placement) {
    Autoversion keep = site(placement).build();
    Autoversion cdn = site(placement).contextPath("/app").host("https://cdn.example/x").build();
    Generator.check(
        2_000,
        any -> {
          String reference = reference(any);
          assertInserted(reference, keep.url(reference));
          String inContext = "/app" + reference;
          String url = cdn.url(inContext);
          assertTrue(url.startsWith("https://cdn.example/x/"), url);
          assertInserted(inContext, url.substring("https://cdn.example/x".length()));
        });
  }

  /** The other half, "only if the bytes change", is that no time or name enters the hash: law 7. */
  @Test
  void law4_contentHashIsTheBeginningOfSha256(@TempDir Path scratch) {
    AssetSource source = AssetSource.directory(scratch);
    LogicalPath path = LogicalPath.of("file").orElseThrow();
    Generator.check(
        500,
        any -> {
          byte[] bytes = any.bytes(any.oneIn(5) ? 200_000 : 2_000);
          Files.write(scratch.resolve("file"), bytes);
          byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
          int digits = 8 + any.below(57);
          assertEquals(
              HexFormat.of().formatHex(sha256).substring(0, digits),
              VersionStrategy.contentHash(digits)
                  .versionOf(source.find(path).orElseThrow())
                  .value());
        });
  }

  @Test
  void law4_oneBitMore(@TempDir Path scratch) {
    Autoversion autoversion = Autoversion.builder().directory("/s", scratch).build();
    Generator.check(
        300,
        any -> {
          byte[] bytes = any.bytes(5_000);
          Files.write(scratch.resolve("file"), bytes);
          autoversion.invalidate();
          String before = autoversion.url("/s/file");
          if (bytes.length == 0 || any.oneIn(5)) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
          } else {
            bytes[any.below(bytes.length)] ^= (byte) (1 << any.below(8));
          }
          Files.write(scratch.resolve("file"), bytes);
          autoversion.invalidate();
          assertNotEquals(before, autoversion.url("/s/file"));
        });
  }

  @Test
  void law7_equalBytesEqualVersions(@TempDir Path scratch) {
    Generator.check(
        30,
        any -> {
          Path one = Files.createTempDirectory(scratch, "one");
          Path two = Files.createTempDirectory(scratch, "two");
          List<String> references = new ArrayList<>();
          for (int i = 0; i < 20; i++) {
            String name =
                "d" + any.below(3) + "/" + i + any.pick(List.of(".js", ".css", "", ".a.b"));
            byte[] bytes = any.bytes(3_000);
            for (Path tree : List.of(one, two)) {
              Path file = tree.resolve(name);
              Files.createDirectories(file.getParent());
              Files.write(file, bytes);
              Files.setLastModifiedTime(file, FileTime.fromMillis(any.below(Integer.MAX_VALUE)));
            }
            references.add("/s/" + name);
          }
          Placement placement = any.pick(placements());
          Autoversion here =
              Autoversion.builder().directory("/s", one).placement(placement).build();
          Autoversion there =
              Autoversion.builder().directory("/s", two).placement(placement).build();
          for (String reference : references) {
            assertNotEquals(reference, here.url(reference));
            assertEquals(here.url(reference), there.url(reference));
          }
        });
  }

  @Test
  void decode_undoesEncode() {
    Generator.check(
        5_000,
        any -> {
          String text = any.text();
          boolean paired = text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
          if (paired) {
            assertEquals(Optional.of(text), PercentEncoding.decode(any.encoded(text)));
          }
        });
  }

  /** However it was encoded: inside the root by its text and, where it exists, on the disk. */
  @Test
  void logicalPath_staysInside() throws IOException {
    Path root = folder.resolve("site").toRealPath();
    AssetSource source = AssetSource.directory(root);
    Generator.check(
        10_000,
        any -> {
          String text = any.oneIn(3) ? any.encoded(any.text()) : any.text();
          Optional<LogicalPath> path = LogicalPath.ofUrlPath(text);
          if (path.isEmpty()) {
            return;
          }
          String value = path.get().value();
          Path file = root.resolve(value);
          assertEquals(file, file.normalize());
          assertTrue(file.startsWith(root) && !file.equals(root), value);
          assertEquals(root.getNameCount() + value.split("/", -1).length, file.getNameCount());
          assertFalse(value.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c)), value);
          assertEquals(path, LogicalPath.of(value));
          Optional<Asset> found = source.find(path.get());
          assertEquals(Files.isRegularFile(file), found.isPresent(), value);
          if (found.isPresent()) {
            assertEquals("public", Files.readString(file.toRealPath()), value);
          }
        });
  }

  static void assertAnswered(String reference, Autoversion autoversion) {
    String url = autoversion.url(reference);
    assertEquals(url, autoversion.url(url), () -> Printable.quote(reference));
    if (autoversion.version(reference).isEmpty()) {
      assertEquals(reference, url);
    }
    assertEquals(url, autoversion.explain(reference).url(), () -> Printable.quote(reference));
  }

  /** Without the piece that is there more, the URL is the reference again. */
  private static void assertInserted(String reference, String url) {
    int more = url.length() - reference.length();
    int at = 0;
    while (at < reference.length() && reference.charAt(at) == url.charAt(at)) {
      at++;
    }
    assertTrue(more > "9f3c".length(), () -> reference + " gives " + url);
    assertEquals(reference, url.substring(0, at) + url.substring(at + more));
    // The piece may begin like what follows it; over the seam it is whole again.
    String around = url.substring(Math.max(0, at - more), at + more);
    assertTrue(around.contains("9f3c"), () -> reference + " gives " + url);
  }

  private static String reference(Generator any) {
    StringBuilder reference = new StringBuilder("/s");
    for (String segment : any.pick(NAMES).split("/")) {
      reference.append('/').append(any.encoded(segment));
    }
    return reference.append(any.tail()).toString();
  }

  private static Version nearly(Version version, Generator any) {
    String text = version.value();
    return new Version(
        any.pick(
            List.of(
                text + "0",
                text.substring(1),
                text.substring(0, text.length() - 1),
                text.toUpperCase(Locale.ROOT),
                text + "." + text,
                text + "-",
                "-" + text)));
  }

  private static Autoversion.Builder site(Placement placement) {
    return Autoversion.builder()
        .directory("/s", folder.resolve("site"))
        .version(VersionStrategy.fixed("9f3c"))
        .placement(placement)
        .recheckNever();
  }
}
