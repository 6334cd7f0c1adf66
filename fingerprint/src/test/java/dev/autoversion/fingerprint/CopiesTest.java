package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that were changed, or that have other times than those of a first run. */
class CopiesTest {
  private static final FileTime FUTURE = FileTime.from(Instant.parse("2040-01-01T00:00:00Z"));
  private static final FileTime PAST = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir Path target;
  private Tree site;
  private Path folder;

  @BeforeEach
  void writeSite() throws IOException {
    site = new Tree(target);
    site.write("static/app.js", "two").write("static/x.png", "png");
    site.write("static/a.css", "i { background: url(x.png) }");
    folder = target.resolve("static");
    Moment written = Moment.of(folder.resolve("a.css"));
    Path later = target.resolve("later");
    do { // So that the first run's stamps count.
      Files.writeString(later, "until the clock has ticked");
    } while (!Moment.of(later).isAfter(written));
  }

  private Fingerprint plain() {
    return Fingerprint.of(folder).prefix("/static").codings();
  }

  private FileTime time(String name) throws IOException {
    return Files.getLastModifiedTime(folder.resolve(name));
  }

  private void time(String name, FileTime time) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), time);
  }

  private String copy(String asset) throws IOException {
    return plain().dryRun().run().assets().stream()
        .filter(each -> each.path().equals(asset))
        .findFirst()
        .orElseThrow()
        .file();
  }

  @Test
  void run_copyEditedInPlace_isWrittenAgain() throws IOException {
    plain().run();
    site.write("static/app-3fc4ccfe7458.js", "owt");
    FingerprintReport dry = plain().dryRun().run();
    assertFalse(dry.isUpToDate());
    assertEquals(List.of("app-3fc4ccfe7458.js"), dry.written());
    assertEquals(List.of("app-3fc4ccfe7458.js"), plain().run().written());
    assertEquals("two", site.read("static/app-3fc4ccfe7458.js"));
    assertTrue(plain().run().isUpToDate());
  }

  @Test
  void run_copyOfAStylesheetEditedInPlace_isWrittenAgain() throws IOException {
    plain().run();
    String copy = copy("a.css");
    String right = site.read("static/" + copy);
    site.write("static/" + copy, right.replace("background", "backgrouND"));
    assertEquals(List.of(copy), plain().run().written());
    assertEquals("i { background: url(x-8f8cbb7dcf46.png) }", site.read("static/" + copy));
  }

  @Test
  void run_largeCopyEditedInPlace_isWrittenAgain() throws IOException {
    byte[] large = new byte[3 << 20];
    site.write("static/large.bin", large);
    plain().run();
    large[2 << 20] = 1;
    String copy = copy("large.bin");
    site.write("static/" + copy, large);
    assertEquals(List.of(copy), plain().dryRun().run().written());
    assertEquals(List.of(copy), plain().run().written());
    large[2 << 20] = 0;
    assertEquals(-1, Files.mismatch(folder.resolve("large.bin"), folder.resolve(copy)));
    assertTrue(plain().run().isUpToDate());
  }

  /** Nobody can edit a copy so; here it shows that neither source nor copy was read. */
  @Test
  void run_othersEdited_whatAStampVouchesForIsNotRead() throws IOException {
    plain().run();
    FileTime made = time("app-3fc4ccfe7458.js");
    site.write("static/app-3fc4ccfe7458.js", "owt");
    time("app-3fc4ccfe7458.js", made);
    site.write("static/x.png", "PNG");
    assertEquals(List.of(copy("a.css"), copy("x.png")), plain().run().written());
    assertEquals("owt", site.read("static/app-3fc4ccfe7458.js"));
  }

  @Test
  void run_foreignFileOfTheSameSize_isRefused() throws IOException {
    site.write("static/app-3fc4ccfe7458.js", "owt");
    IOException e = assertThrows(IOException.class, () -> plain().run());
    assertTrue(e.getMessage().contains("but it has other bytes"), e.getMessage());
    assertEquals("owt", site.read("static/app-3fc4ccfe7458.js"));
  }

  /** Else the running library takes the asset for one that was edited after the build. */
  @Test
  void run_sourceTouched_makesItsCopyAsYoung() throws IOException {
    plain().run();
    FileTime made = time("x-8f8cbb7dcf46.png");
    time("app.js", FUTURE);
    assertTrue(plain().dryRun().run().isUpToDate());
    assertTrue(time("app-3fc4ccfe7458.js").compareTo(FUTURE) < 0, "a dry run changes nothing");
    assertEquals(List.of(), plain().run().written());
    assertEquals(FUTURE, time("app-3fc4ccfe7458.js"));
    assertEquals(made, time("x-8f8cbb7dcf46.png"));
  }

  @Test
  void run_sourceReverted_makesItsCopyYoungAgain() throws IOException {
    plain().run();
    time("app-3fc4ccfe7458.js", PAST);
    site.write("static/app.js", "three");
    plain().run();
    site.write("static/app.js", "two");
    FingerprintReport report = plain().run();
    assertEquals(List.of(), report.written());
    assertTrue(time("app-3fc4ccfe7458.js").compareTo(time("app.js")) >= 0);
  }

  @Test
  void run_copiesThatCameByCheckout_areMadeYoung() throws IOException {
    plain().run();
    List<String> copies = List.of(copy("app.js"), copy("x.png"), copy("a.css"));
    for (String copy : copies) {
      time(copy, PAST);
    }
    FileTime began = time("a.css");
    assertTrue(plain().run().isUpToDate());
    for (String copy : copies) {
      assertTrue(time(copy).compareTo(began) >= 0, copy);
    }
    List<Long> looked = new ArrayList<>();
    plain().progress((stage, done, total) -> looked.add(total)).run();
    assertEquals(List.of(), looked, "and then no source is read");
  }

  @Test
  void run_imageTouched_makesTheStylesheetsCopyAsYoung() throws IOException {
    plain().run();
    time("x.png", FUTURE);
    assertEquals(List.of(), plain().run().written());
    assertEquals(FUTURE, time(copy("x.png")));
    assertEquals(FUTURE, time(copy("a.css")));
  }

  /** As by a run that was killed before it came to the stylesheet. */
  @Test
  void run_imageTouchedAndItsCopyVouchedFor_makesTheStylesheetsCopyAsYoung() throws IOException {
    plain().run();
    time("x.png", FUTURE);
    Path source = folder.resolve("x.png");
    time("x-8f8cbb7dcf46.png", FUTURE);
    Moment later = new Moment(Moment.of(source).device(), Long.MAX_VALUE);
    SourceStamp stamp = SourceStamp.of(source, later);
    stamp.put(folder.resolve("x-8f8cbb7dcf46.png"), FUTURE);
    assertEquals(List.of(), plain().run().written());
    assertEquals(FUTURE, time(copy("a.css")));
  }
}
