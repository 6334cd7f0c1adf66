package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the copies of a build are answered with. */
class CopiesResponseTest {
  private static final String APP = "/static/js/app-73c94f24cbbd.js";

  @TempDir Path root;
  private final ManualTime time = ManualTime.later();
  private CopiedSite built;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  @BeforeEach
  void build() throws IOException {
    built = CopiedSite.of(root);
  }

  @Test
  void copy_isSentAsItWasBuilt() throws IOException {
    Sent sent = Sent.of(site().build(), Asked.get("/static/css/a-0123456789ab.css"));
    assertEquals(CopiedSite.FOR_EVER, sent.header("Cache-Control"));
    assertEquals("text/css;charset=utf-8", sent.header("Content-Type"));
    assertEquals("i{background:url(../img/a-3fc4ccfe7458.png)}", sent.text());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void copy_withTheQueryOfTheReference() throws IOException {
    Autoversion autoversion = site().build();
    String url = autoversion.url("/static/js/app.js?8d20#iefix");
    assertEquals(APP + "?8d20#iefix", url);
    Sent sent = Sent.of(autoversion, Asked.get(APP + "?8d20").accepting("gzip"));
    assertEquals(CopiedSite.FOR_EVER, sent.header("Cache-Control"));
    assertEquals(CopiedSite.LONG, sent.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/static/css/a.css", "/static/css/a.css?x=1"})
  void answerPlainUrls_assetThatHasACopy(String url) throws IOException {
    Sent sent = Sent.of(site().answerPlainUrls().build(), Asked.get(url));
    assertEquals("no-cache", sent.header("Cache-Control"));
    assertEquals("i{background:url(../img/a.png)}", sent.text());
    assertEquals(Optional.empty(), site().build().respond(Asked.get(url)));
  }

  /** Of a type that no browser loads, its name alone looks like that of a page. */
  @ParameterizedTest
  @ValueSource(strings = {"/data(2)-3fc4ccfe7458.bin", "/data%282%29-3fc4ccfe7458.bin"})
  void mayRespond_inEachSpelling(String url) throws IOException {
    CopiedSite.write(root, "data(2)-3fc4ccfe7458.bin", "two");
    Manifest.Copy copy =
        CopiedSite.copy("data(2).bin", "3fc4ccfe7458", 3, Map.of())
            .integrity("C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp");
    built.add("data(2)-3fc4ccfe7458.bin", copy);
    Autoversion autoversion =
        time.builder().manifest("/", built, AssetSource.directory(root)).build();
    assertEquals(url, autoversion.url(url.replace("-3fc4ccfe7458", "")));
    assertEquals(true, autoversion.mayRespond(Asked.get(url)));
    assertEquals("two", Sent.of(autoversion, Asked.get(url)).text());
    assertEquals(false, autoversion.mayRespond(Asked.get("/data(3).bin")));
  }

  /** Of a page that was made before there were copies, or by a node that has none. */
  @Test
  void versionInTheQuery_assetThatHasACopy() throws IOException {
    Asked earlier = Asked.get("/static/css/a.css?v=000000000000");
    assertEquals(Optional.empty(), site().build().respond(earlier));
    assertEquals(Storing.NEVER, site().build().storing(earlier));
    Sent plain = Sent.of(site().answerPlainUrls().build(), earlier);
    assertEquals("no-store", plain.header("Cache-Control"));
    assertEquals("i{background:url(../img/a.png)}", plain.text());
    Asked notOurs = Asked.get("/static/css/a.css?v=4.7.0");
    assertEquals(Storing.NOT_IF_ABSENT, site().build().storing(notOurs));
  }

  @ParameterizedTest
  @CsvSource({"fixed", "lastModified"})
  void copy_whateverTheStrategy(String strategy) throws IOException {
    VersionStrategy version =
        strategy.equals("fixed") ? VersionStrategy.fixed("1") : VersionStrategy.lastModified();
    Autoversion autoversion = site().version(version).placement(Placement.fileName()).build();
    assertEquals(APP, autoversion.url("/static/js/app.js"));
    Sent sent = Sent.of(autoversion, Asked.get(APP).accepting("gzip"));
    assertEquals(CopiedSite.FOR_EVER, sent.header("Cache-Control"));
    assertEquals(CopiedSite.LONG, sent.text());
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip, deflate, br, zstd', gzip",
    "'br, gzip;q=0.5', br",
    "identity, ''",
    "'identity, gzip;q=0.5', ''",
  })
  void coding_theBuiltOneFirst(String accepted, String coding) throws IOException {
    Sent sent = Sent.of(site().build(), Asked.get(APP).accepting(accepted));
    assertEquals(coding, sent.coding());
    assertEquals(CopiedSite.LONG, sent.text());
  }

  @Test
  void coding_isTheFileByteForByte() throws IOException {
    Autoversion warm = site().build();
    warm.warmUp();
    for (Autoversion autoversion : List.of(warm, site().build())) {
      assertArrayEquals(
          Files.readAllBytes(root.resolve("js/app-73c94f24cbbd.js.gz")),
          Sent.of(autoversion, Asked.get(APP).accepting("gzip, br")).bytes());
    }
  }

  /** 1,800 bytes, their coding, and what is around them: nothing else is made. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void warmUp_hasWhatWasBuilt(String coding) throws IOException {
    byte[] coded =
        coding.equals("gzip")
            ? CopiedSite.gzip(CopiedSite.LONG)
            : Zstd.compress(CopiedSite.LONG.getBytes(StandardCharsets.UTF_8));
    String file = "js/app-73c94f24cbbd.js";
    Files.write(root.resolve(file + (coding.equals("gzip") ? ".gz" : ".zst")), coded);
    CopiedSite only = new CopiedSite().add(file, app(Map.of(coding, (long) coded.length)));
    CountingSource files = new CountingSource(root);
    Autoversion autoversion =
        time.builder().manifest("/static", only, WarmUpTest.listed(files, file)).build();
    autoversion.warmUp();
    assertEquals(3074 + coded.length, autoversion.responseStats().bytesHeld());
    int opens = files.opens();
    Sent sent = Sent.of(autoversion, Asked.get(APP).accepting("br;q=0.1, " + coding));
    assertArrayEquals(coded, sent.bytes());
    assertEquals(opens, files.opens());
  }

  private static Manifest.Copy app(Map<String, Long> codings) {
    return CopiedSite.copy("js/app.js", "73c94f24cbbd", 1800, codings)
        .integrity("vk/q+vwIwdgLYGXwmbbgiynsW813eVi8Shsutxfn4QDl6IwyN6MHzqg5uYj1/3h/");
  }

  @Test
  @Tag("fork")
  void codingWithoutDecoder_byItsLength() throws Exception {
    Files.writeString(root.resolve("js/app-73c94f24cbbd.js.br"), "whatever br is");
    Files.writeString(root.resolve("js/app-73c94f24cbbd.js.zst"), "another length");
    assertEquals(
        List.of("br whatever br is", "gzip", "identity", "identity"),
        Fork.of(Program.class)
            .without("brotli4j", "native-", "zstd-jni")
            .argument(root)
            .lines(root));
  }

  /** Prints the built coding, what comes in its place where there is none, and the identity. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
      Path root = Path.of(arguments[0]);
      CopiedSite built =
          new CopiedSite().add("js/app-73c94f24cbbd.js", app(Map.of("br", 14L, "zstd", 15L)));
      Autoversion autoversion =
          Autoversion.builder().manifest("/static", built, AssetSource.directory(root)).build();
      AssetResponse br = autoversion.respond(Asked.get(APP).accepting("br")).orElseThrow();
      String text = StandardCharsets.UTF_8.decode(br.body().bytes().orElseThrow()).toString();
      System.out.println(coding(br) + " " + text);
      for (String accepted : List.of("gzip", "zstd", "zstd")) {
        System.out.println(
            coding(autoversion.respond(Asked.get(APP).accepting(accepted)).orElseThrow()));
      }
    }

    private static String coding(AssetResponse response) {
      return response.headers().getOrDefault("Content-Encoding", "identity");
    }
  }

  @Test
  void replacedCoding_isNotSent() throws IOException {
    Path gz = root.resolve("js/app-73c94f24cbbd.js.gz");
    byte[] other = CopiedSite.gzip("var longer".repeat(180));
    byte[] sameLength = new byte[Files.readAllBytes(gz).length];
    System.arraycopy(other, 0, sameLength, 0, Math.min(other.length, sameLength.length));
    Files.write(gz, sameLength);
    assertEquals(CopiedSite.LONG, Sent.of(site().build(), Asked.get(APP).accepting("gzip")).text());
  }

  /** Neither for ever nor at all: the server may send it, and nobody keeps that. */
  @ParameterizedTest
  @CsvSource({"var longer, 180", "x, 1"})
  void replacedCopy_isNotSent(String text, int times) throws IOException {
    Files.writeString(root.resolve("js/app-73c94f24cbbd.js"), text.repeat(times));
    Autoversion autoversion = site().build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(APP)));
    assertEquals(Storing.NEVER, autoversion.storing(Asked.get(APP)));
    assertEquals(
        List.of(
            "WARNING '/static/js/app-73c94f24cbbd.js' is not sent: it was changed after its"
                + " manifest was written, our build, directory "
                + root
                + "; build it anew"),
        log.lines());
  }

  @Test
  void copyThatIsNotThere_isSaidOnce() throws IOException {
    Files.delete(root.resolve("js/app-73c94f24cbbd.js"));
    Autoversion autoversion = site().build();
    assertEquals(APP, autoversion.url("/static/js/app.js"));
    for (int times = 0; times < 2; times++) {
      assertEquals(Optional.empty(), autoversion.respond(Asked.get(APP)));
      assertEquals(Storing.NEVER, autoversion.storing(Asked.get(APP)));
      time.advance(Duration.ofSeconds(2));
    }
    assertEquals(
        List.of(
            "WARNING '/static/js/app-73c94f24cbbd.js' is not sent: a manifest names it, but it is"
                + " not there, our build, directory "
                + root
                + "; deploy all that the build wrote"),
        log.lines());
  }

  /** It was deployed, and more of that would not help. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void copyBehindALinkThatLeadsOut_isExplained(@TempDir Path elsewhere) throws IOException {
    Path copy = root.resolve("js/app-73c94f24cbbd.js");
    Path there = elsewhere.toRealPath().resolve("app.js");
    Files.createSymbolicLink(copy, Files.move(copy, there));
    Autoversion autoversion = site().build();
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(APP)));
    assertEquals(
        List.of(
            "WARNING '/static/js/app-73c94f24cbbd.js' is not sent: a manifest names it, but it is"
                + " not there, our build, directory "
                + root
                + "; it is a link that leads out of directory "
                + root
                + "; AssetSource.linkedDirectory(...) follows such links"),
        log.lines());
  }

  @Test
  void replacedLater_goesOnWithTheRightBytes() throws IOException {
    Autoversion autoversion = site().build();
    assertEquals(CopiedSite.LONG, Sent.of(autoversion, Asked.get(APP)).text());
    Files.writeString(root.resolve("js/app-73c94f24cbbd.js"), "var longer".repeat(180));
    time.advance(Duration.ofSeconds(2));
    Sent sent = Sent.of(autoversion, Asked.get(APP));
    assertEquals(CopiedSite.LONG, sent.text());
    assertEquals(CopiedSite.FOR_EVER, sent.header("Cache-Control"));
  }

  @Test
  void largeCopy_isCheckedOnce() throws IOException {
    String text = "0123456789abcdef".repeat(100_000);
    // Of the text: sha256sum, and openssl dgst -sha384 -binary | base64.
    String file = "big-39ec05ee6a2d.bin";
    CopiedSite.write(root, file, text);
    built.add(
        file,
        CopiedSite.copy("big.bin", "39ec05ee6a2d", 1_600_000, Map.of())
            .integrity("PMDscT6OhpHjXLwKdch81Nxb4X5PMYeGeSRMwP94t6fBtb8WttJRqN0pc1zr9YBb"));
    Autoversion autoversion = site().build();
    assertEquals(text, Sent.of(autoversion, Asked.get("/static/" + file)).text());
    Files.writeString(root.resolve(file), "fedcba9876543210".repeat(100_000));
    time.advance(Duration.ofSeconds(2));
    assertEquals(Optional.empty(), autoversion.respond(Asked.get("/static/" + file)));
  }

  /** The file that is there is an asset of that name, and nobody vouches for its version. */
  @ParameterizedTest
  @CsvSource({"fileName", "query"})
  void earlierCopy_isTheServersToSend(String placement) throws IOException {
    Autoversion autoversion = site().placement(placement(placement)).build();
    Asked earlier = Asked.get("/static/js/app-67712ef66e2c.js");
    assertEquals(Optional.empty(), autoversion.respond(earlier));
    assertEquals(Storing.NOT_IF_ABSENT, autoversion.storing(earlier));
    Sent plain = Sent.of(site().placement(placement(placement)).answerPlainUrls().build(), earlier);
    assertEquals("no-cache", plain.header("Cache-Control"));
    assertEquals("var older;".repeat(200), plain.text());
  }

  @Test
  void vanishedEarlierCopy_leadsToThePlainUrlOrIsNeverStored() throws IOException {
    Asked vanished = Asked.get("/static/js/app-0011223344ff.js");
    Sent led = Sent.of(site().placement(Placement.fileName()).build(), vanished);
    assertEquals(302, led.status());
    assertEquals("app.js", led.header("Location"));
    Autoversion query = site().build();
    assertEquals(Optional.empty(), query.respond(vanished));
    assertEquals(Storing.NEVER, query.storing(vanished));
    assertEquals(Storing.NOT_IF_ABSENT, query.storing(Asked.get("/static/js/app-other.js")));
  }

  private static Placement placement(String name) {
    return name.equals("query") ? Placement.query() : Placement.fileName();
  }

  private Autoversion.Builder site() {
    return time.builder().manifest("/static", built, AssetSource.directory(root));
  }
}
