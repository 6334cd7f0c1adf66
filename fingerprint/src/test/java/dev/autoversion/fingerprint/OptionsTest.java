package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir Path folder;

  private Fingerprint site() {
    return Fingerprint.of(folder);
  }

  @Test
  void each_isToldOnce() {
    refused(IllegalStateException.class, () -> site().prefix("/a").prefix("/b"));
    refused(IllegalStateException.class, () -> site().codings().codings(ContentCoding.GZIP));
    refused(IllegalStateException.class, () -> site().level(1).level(1));
    refused(IllegalStateException.class, () -> site().threads(1).threads(2));
    refused(IllegalStateException.class, () -> site().dryRun().dryRun());
    refused(IllegalStateException.class, () -> site().manifest(elsewhere()).manifest(elsewhere()));
    refused(IllegalStateException.class, () -> site().progress(none()).progress(none()));
    Cleaning cleaning = Cleaning.of(folder);
    refused(IllegalStateException.class, () -> cleaning.keepBuilds(1).keepBuilds(2));
    refused(IllegalStateException.class, () -> cleaning.keepDays(1).keepDays(2));
    refused(IllegalStateException.class, () -> cleaning.prefix("/a").prefix("/a"));
  }

  private Path elsewhere() {
    return folder.resolveSibling("m.json");
  }

  private static Progress none() {
    return (stage, done, total) -> {};
  }

  @Test
  void badValues_failInTheirCall() {
    refused(IllegalArgumentException.class, () -> Fingerprint.of(folder.resolve("none")));
    refused(IllegalArgumentException.class, () -> Cleaning.of(folder.resolve("none")));
    refused(IllegalArgumentException.class, () -> Fingerprint.of(Path.of("")));
    refused(IllegalArgumentException.class, () -> site().output(Path.of("")));
    refused(IllegalArgumentException.class, () -> site().manifest(Path.of("")));
    refused(IllegalArgumentException.class, () -> site().prefix("static"));
    refused(IllegalArgumentException.class, () -> site().exclude("/absolute"));
    refused(IllegalArgumentException.class, () -> site().level(0));
    refused(IllegalArgumentException.class, () -> site().level(12));
    refused(IllegalArgumentException.class, () -> site().threads(0));
    refused(IllegalArgumentException.class, () -> site().output(folder.resolve("inside")));
    refused(IllegalArgumentException.class, () -> site().manifest(folder.resolve("m.json")));
    Path copies = folder.resolveSibling("copies");
    Path among = copies.resolve("m.json");
    Fingerprint into = site().output(copies);
    refused(IllegalArgumentException.class, () -> into.manifest(among));
    Fingerprint told = site().manifest(among);
    refused(IllegalArgumentException.class, () -> told.output(copies));
    Cleaning intoCopies = Cleaning.of(folder).output(copies);
    refused(IllegalArgumentException.class, () -> intoCopies.manifest(among));
    Cleaning cleaning = Cleaning.of(folder).manifest(among);
    refused(IllegalArgumentException.class, () -> cleaning.output(copies));
    refused(IllegalArgumentException.class, () -> Cleaning.of(folder).keepBuilds(0));
    refused(IllegalArgumentException.class, () -> Cleaning.of(folder).keepDays(-1));
  }

  @Test
  void message_saysWhatIsWrongAndWhatToDo() {
    IllegalStateException twice =
        assertThrows(IllegalStateException.class, () -> site().level(1).level(2));
    assertEquals("level was already set to '1'; it can't be '2' as well", twice.getMessage());
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(folder.resolve("none")));
    assertEquals(
        folder.resolve("none") + " does not exist; name the folder with the assets",
        none.getMessage());
  }

  @Test
  void options_leaveTheOtherAsItWas() throws Exception {
    Fingerprint first = site();
    first.prefix("/x");
    assertEquals("fingerprint " + folder + " at /", first.toString());
    assertEquals("fingerprint " + folder + " at /y", first.prefix("/y/").toString());
    Files.writeString(folder.resolve("a.js"), "two");
    first.dryRun().run();
    assertEquals(1, new Tree(folder).names().size());
  }

  private static void refused(Class<? extends Exception> type, Executable call) {
    assertThrows(type, call);
  }
}
