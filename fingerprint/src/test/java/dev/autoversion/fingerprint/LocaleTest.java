package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a container says {@code LANG=C}, the JVM can't name each file; nothing is left out. */
@Tag("fork")
class LocaleTest {
  @TempDir Path target;
  private Tree site;
  private String folder;

  @BeforeEach
  void writeSite() throws Exception {
    site = new Tree(target);
    site.write("static/app.js", "two");
    folder = target.resolve("static").toString();
  }

  private CommandProcess ended(String locale, String... arguments) throws Exception {
    CommandProcess process = CommandProcess.startIn(locale, target, List.of(arguments));
    process.exitCode();
    return process;
  }

  @Test
  void run_nameThatTheLocaleCantExpress_saysWhatToDo() throws Exception {
    site.write("static/café.js", "two");
    CommandProcess process = ended("C", folder, "--prefix", "/static");
    assertEquals(3, process.exitCode(), process.text());
    assertTrue(process.text().contains("start it with LC_ALL=C.UTF-8"), process.text());
    assertEquals(List.of("app.js", "café.js"), new Tree(target.resolve("static")).names());
    assertEquals(0, ended("C.UTF-8", folder, "--prefix", "/static").exitCode());
  }

  /** Of a stylesheet the library itself has warned, with where in it that was. */
  @Test
  void run_stylesheetThatTheLocaleCantExpress_noStackTrace() throws Exception {
    site.write("static/café.css", "i { b: url(app.js) }");
    CommandProcess process = ended("C", folder, "--prefix", "/static");
    assertEquals(3, process.exitCode(), process.text());
    assertTrue(process.text().contains("LC_ALL=C.UTF-8"), process.text());
    assertFalse(process.text().contains("\tat "), process.text());
  }

  @Test
  void run_longNameThatTheLocaleCantExpress_saysWhatToDo() throws Exception {
    site.write("static/" + "é".repeat(100) + ".js", "two");
    CommandProcess process = ended("C", folder, "--prefix", "/static");
    assertEquals(3, process.exitCode(), process.text());
    assertTrue(process.text().contains("start it with LC_ALL=C.UTF-8"), process.text());
  }

  @Test
  void run_nameThatIsNotUtf8_isLeftOutAndTold() throws Exception {
    String two = "mkdir 'd\\351' && printf two > 'caf\\351.js' && printf two > 'd\\351/a.js'";
    Process shell =
        new ProcessBuilder("sh", "-c", "eval \"$(printf \"$0\")\"", two)
            .directory(target.resolve("static").toFile())
            .start();
    assertEquals(0, shell.waitFor());
    CommandProcess process = ended("C.UTF-8", folder, "--prefix", "/static");
    assertEquals(0, process.exitCode(), process.text());
    assertTrue(
        process.text().contains("'caf\uFFFD.js' is left out, as its name is not UTF-8; rename it"),
        process.text());
    assertTrue(process.text().contains("'d\uFFFD/a.js' is left out"), process.text());
    assertTrue(process.text().contains("1 asset, "), process.text());
  }

  @Test
  void run_prefixThatTheLocaleCantExpress_isWrongUse() throws Exception {
    CommandProcess process = ended("C", folder, "--prefix", "/café");
    assertEquals(2, process.exitCode(), process.text());
    assertTrue(process.text().contains("start it with LC_ALL=C.UTF-8"), process.text());
  }

  @Test
  void run_pathThatTheLocaleCantExpress_isWrongUse() throws Exception {
    site.write("café/a.js", "two");
    CommandProcess process = ended("C", target.resolve("café").toString(), "--prefix", "/static");
    assertEquals(2, process.exitCode(), process.text());
    assertTrue(process.text().contains("start it with LC_ALL=C.UTF-8"), process.text());
    CommandProcess other = ended("C", folder, "--prefix", "/static", "--report", "café.json");
    assertTrue(other.text().contains("start it with LC_ALL=C.UTF-8"), other.text());
    CommandProcess clean = ended("C", "clean", folder, "--prefix", "/static", "--output", "café");
    assertTrue(clean.text().contains("start it with LC_ALL=C.UTF-8"), clean.text());
  }
}
