package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM with less memory than one stylesheet takes. */
@Tag("fork")
class MemoryTest {
  @TempDir Path target;

  /** With 1 it would say that copies are out of date. */
  @Test
  void check_lessMemoryThanAStylesheetTakes_saysWhatToDo() throws Exception {
    Tree site = new Tree(target);
    site.write("static/app.css", "i { b: url(app.js) }\n".repeat(1_500_000));
    site.write("static/app.js", "two");
    CommandProcess process =
        CommandProcess.startWith(
            "-Xmx24m",
            target,
            List.of(target.resolve("static").toString(), "--prefix", "/static", "--check"));
    assertEquals(3, process.exitCode(), process.text());
    assertTrue(process.text().contains("allow more with java -Xmx1g"), process.text());
    assertFalse(process.text().contains("\tat "), process.text());
    assertEquals(List.of("app.css", "app.js"), new Tree(target.resolve("static")).names());
    assertFalse(Files.exists(target.resolve("META-INF/autoversion/manifest.json")));
  }
}
