package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each subject once, and never more than a reader can bear. */
final class WarningsTest {
  private final AtomicLong ticker = new AtomicLong();
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  private Warnings warnings(long maximumSize) {
    return new Warnings(maximumSize, ticker::get);
  }

  private static List<String> lines(String... texts) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add("WARNING " + text);
    }
    return lines;
  }

  @Test
  void once_sameSubject() {
    Warnings warnings = warnings(10);
    warnings.failure("a", () -> "first");
    warnings.failure("a", () -> "second");
    warnings.failure("b", () -> "third");
    assertEquals(lines("first", "third"), log.lines());
  }

  @Test
  void once_messageIsNoPattern() {
    warnings(10).failure("a", "it's {0} and %s", "disk", new IOException("{1}"));
    warnings(10).failure("a", () -> "it's {0} and %s");
    assertEquals(lines("it's {0} and %s", "it's {0} and %s"), log.lines());
  }

  @Test
  void forget_subjectOnly() {
    Warnings warnings = warnings(10);
    warnings.failure("a", () -> "first");
    warnings.failure("b", () -> "second");
    warnings.forget("a");
    warnings.failure("a", () -> "third");
    warnings.failure("b", () -> "fourth");
    assertEquals(lines("first", "second", "third"), log.lines());
  }

  @Test
  void forgetAll_everySubject() {
    Warnings warnings = warnings(10);
    warnings.failure("a", () -> "first");
    warnings.forgetAll();
    warnings.failure("a", () -> "second");
    assertEquals(lines("first", "second"), log.lines());
  }

  @Test
  void maximumSize_eldestForgotten() {
    Warnings warnings = warnings(2);
    warnings.failure("a", () -> "first");
    warnings.failure("b", () -> "second");
    warnings.failure("c", () -> "third");
    warnings.failure("c", () -> "fourth");
    warnings.failure("b", () -> "fifth");
    warnings.failure("a", () -> "sixth");
    assertEquals(lines("first", "second", "third", "sixth"), log.lines());
  }

  @Test
  void lines_hundredAMinute() {
    Warnings warnings = warnings(10_000);
    for (int i = 0; i < 250; i++) {
      warnings.failure("a" + i, () -> "line");
    }
    assertEquals(100, log.lines().size());
    ticker.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
    warnings.failure("b", () -> "too early");
    assertEquals(100, log.lines().size());
    ticker.addAndGet(1);
    warnings.failure("c", () -> "next minute");
    assertEquals(
        lines("151 warnings were held back in the last minutes", "next minute"),
        log.lines().subList(100, log.lines().size()));
    warnings.failure("d", () -> "and another");
    assertEquals(103, log.lines().size());
  }

  /** What visitors cause can't hide what fails. */
  @Test
  void lines_missesAndFailuresApart() {
    Warnings warnings = warnings(10_000);
    for (int i = 0; i < 250; i++) {
      warnings.miss("a" + i, () -> "miss");
    }
    assertEquals(100, log.lines().size());
    warnings.failure("disk", () -> "failure");
    assertEquals("WARNING failure", log.lines().get(100));
  }

  /** What was held back is told when there is room again. */
  @Test
  void lines_heldBack_notCountedAsTold() {
    Warnings warnings = warnings(10_000);
    for (int i = 0; i < 100; i++) {
      warnings.failure("a" + i, () -> "line");
    }
    warnings.failure("b", () -> "late");
    assertEquals(100, log.lines().size());
    ticker.addAndGet(Duration.ofMinutes(1).toNanos());
    warnings.failure("b", () -> "late");
    assertEquals(
        lines("1 warnings were held back in the last minutes", "late"),
        log.lines().subList(100, 102));
  }

  /** A disk that comes and goes leaves one stack trace, and a line each time. */
  @Test
  void failure_stackTraceOnce() {
    Warnings warnings = warnings(10);
    for (int i = 0; i < 3; i++) {
      warnings.failure("a", "fails", "disk", new IOException("gone"));
      warnings.forget("a");
    }
    warnings.failure("a", "fails otherwise", "disk", new IllegalStateException("gone"));
    warnings.failure("b", "another fails", "other disk", new IOException("gone"));
    assertEquals(lines("fails", "fails", "fails", "fails otherwise", "another fails"), log.lines());
    assertEquals(List.of(true, false, false, true, true), log.traces());
    warnings.forgetAll();
    warnings.failure("a", "fails again", "disk", new IOException("gone"));
    assertEquals(List.of(true, false, false, true, true, true), log.traces());
  }

  @Test
  void once_longSubjects() {
    Warnings warnings = warnings(10);
    String common = "x".repeat(256);
    warnings.failure(common + "a", () -> "first");
    warnings.failure(common + "b", () -> "second");
    warnings.failure(common.substring(1) + "a", () -> "third");
    warnings.forget(common + "c");
    warnings.failure(common + "d", () -> "fourth");
    assertEquals(lines("first", "third", "fourth"), log.lines());
  }

  @Test
  void warn_eachMissingPathOnce(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("app.js"), "one");
    ManualTime time = ManualTime.later();
    Autoversion autoversion =
        time.builder().directory("/s", site).onMissing(OnMissing.WARN).build();
    for (int i = 0; i < 3; i++) {
      assertEquals("/s/ap.js", autoversion.url("/s/ap.js"));
      assertEquals("/s/ap.js?x#y", autoversion.url("/s/ap.js?x#y"));
      assertEquals("/s/a\nb", autoversion.url("/s/a\nb"));
      time.advance(Duration.ofSeconds(1));
    }
    assertEquals(
        lines(
            "no asset for '/s/ap.js'; searched directory " + site + "; did you mean '/s/app.js'?",
            "no asset for '/s/a\\u000ab'; an asset can't have that name; searched directory "
                + site),
        log.lines());
  }
}
