package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone edits a stylesheet after the copy of what imports it was written. */
class MovedTest {
  @TempDir Path target;
  private Tree site;
  private final AtomicInteger copied = new AtomicInteger();

  @BeforeEach
  void write() throws IOException {
    site = new Tree(target).write("static/a.css", "@import 'b.css';").write("static/b.css", "i{}");
  }

  /** One thread, which copies a.css and then b.css; it is told of each. */
  private Fingerprint edited(int times, Edit edit) {
    return Fingerprint.of(target.resolve("static"))
        .prefix("/static")
        .output(target.resolve("out"))
        .codings()
        .threads(1)
        .progress((stage, done, total) -> edit(times, edit));
  }

  /** What is done to a stylesheet. */
  private interface Edit {
    void of(Path sheet, int number) throws IOException;
  }

  private void edit(int times, Edit edit) {
    int before = copied.getAndIncrement();
    if (before % 2 == 0 && before / 2 < times) {
      try {
        edit.of(target.resolve("static/b.css"), before / 2);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void run_editedMeanwhile_allLeadToWhatIsThere() throws IOException {
    FingerprintReport report =
        edited(1, (sheet, number) -> Files.writeString(sheet, "b{}".repeat(number + 2))).run();
    // printf 'b{}b{}' | sha256sum
    assertEquals("b-fa20579b7dd1.css", report.assets().get(1).file());
    assertEquals(
        "@import 'b-fa20579b7dd1.css';",
        Files.readString(target.resolve("out").resolve(report.assets().get(0).file())));
    assertEquals(
        List.of(report.assets().get(0).file(), "b-fa20579b7dd1.css"),
        new Tree(target.resolve("out")).names());
  }

  /** As the run's own journal does, where that lies among the assets. */
  @Test
  void run_plainFileThatGoesOnChanging_endsAsItBegan() throws IOException {
    Fingerprint run =
        Fingerprint.of(target.resolve("static"))
            .codings()
            .manifest(target.resolve("static/m.properties"));
    IOException e = assertThrows(IOException.class, run::run);
    assertEquals(
        "'m.properties.journal' can't be copied: it keeps changing while it is read; run it again",
        e.getMessage());
    assertEquals(List.of("static/a.css", "static/b.css"), site.names());
  }

  @Test
  void run_goneMeanwhile_isMissing() throws IOException {
    FingerprintReport report = edited(1, (sheet, number) -> Files.delete(sheet)).run();
    assertEquals(1, report.assets().size());
    assertEquals(List.of(new MissingReference("a.css", 1, "b.css")), report.missing());
    assertEquals(
        "@import 'b.css';",
        Files.readString(target.resolve("out").resolve(report.assets().get(0).file())));
  }

  @Test
  void run_cameMeanwhile_isMissingUntilTheNextRun() throws IOException {
    site.write("static/a.css", "i{}").write("static/b.css", "i { b: url(late.png) }");
    Edit come = (sheet, number) -> Files.writeString(sheet.resolveSibling("late.png"), "two");
    FingerprintReport report = edited(1, come).run();
    assertEquals(List.of(new MissingReference("b.css", 1, "late.png")), report.missing());
    assertEquals(
        "i { b: url(late.png) }",
        Files.readString(target.resolve("out").resolve(report.assets().get(1).file())));
    FingerprintReport next = edited(0, come).run();
    assertEquals(List.of(), next.missing());
    assertEquals("late-3fc4ccfe7458.png", next.assets().get(2).file());
    assertEquals(
        "i { b: url(late-3fc4ccfe7458.png) }",
        Files.readString(target.resolve("out").resolve(next.assets().get(1).file())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"js", "css"})
  void run_awayWhileItWasCopied_isMissingUntilTheNextRun(String type) throws IOException {
    String b = "b." + type;
    site.write("static/a." + type, "i{}").write("static/z.css", "i { b: url(" + b + ") }");
    Path there = Files.writeString(target.resolve("static/" + b), "two");
    Path away = target.resolve(b);
    Fingerprint run =
        Fingerprint.of(target.resolve("static")).output(target.resolve("out")).codings().threads(1);
    FingerprintReport report =
        run.progress(
                (stage, done, total) -> {
                  Path from = done == 1 ? there : away;
                  Path to = done == 1 ? away : there;
                  assertTrue(done > 2 || from.toFile().renameTo(to.toFile()));
                })
            .run();
    assertEquals(List.of(new MissingReference("z.css", 1, b)), report.missing());
    assertEquals(List.of(), run.run().missing());
  }

  @Test
  void run_editedAgainAndAgain_endsAsItBegan() throws IOException {
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                edited(9, (sheet, number) -> Files.writeString(sheet, "b{}".repeat(number + 2)))
                    .run());
    assertEquals(
        "'b.css' keeps changing while the files that refer to it are copied; run it again",
        e.getMessage());
    assertEquals(List.of("static/a.css", "static/b.css"), site.names());
  }
}
