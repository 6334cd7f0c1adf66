package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoversion.CapturedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintCommandTest {
  @TempDir Path target;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Tree site;
  private String folder;

  @BeforeEach
  void writeSite() throws IOException {
    site = new Tree(target);
    site.write("static/app.js", "two").write("static/a.css", "i { b: url(y.png) }");
    folder = target.resolve("static").toString();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void giveBack() {
    System.setOut(out);
    System.setErr(err);
  }

  private int run(String... arguments) {
    printed.reset();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    return FingerprintCommand.run(all.toArray(String[]::new));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void run_writesAndTells() {
    assertEquals(0, run(folder, "--prefix", "/static", "--codings", "none"));
    assertEquals(
        """
        copying 2 assets
        a.css:1: no asset for 'y.png'
        2 assets, 0.0 kB; 2 files written; manifest %s
        """
            .formatted(target.resolve("META-INF/autoversion/manifest.json")),
        text());
    assertEquals(0, run(folder, "--prefix", "/static", "--codings", "none"));
    assertTrue(text().contains("2 assets, 0.0 kB; 0 files written;"), text());
    assertTrue(text().contains("manifest.json unchanged"), text());
  }

  @Test
  void run_takesAllOptions() throws IOException {
    site.write("static/sw.js", "worker").write("static/b.js", "again ".repeat(100));
    Path manifest = target.resolve("m/other.json");
    Path report = target.resolve("report.json");
    int code =
        run(
            folder,
            "--prefix",
            "/static",
            "--output",
            target + "/out/o",
            "--manifest",
            manifest.toString(),
            "--exclude",
            "sw.js",
            "--exclude",
            "a.*",
            "--codings",
            "gzip,br",
            "--level",
            "5",
            "--threads",
            "2",
            "--report",
            report.toString());
    assertEquals(0, code, text());
    assertEquals(4, new Tree(target.resolve("out")).names().size());
    assertTrue(Files.readString(manifest).contains("\"codings\":{\"br\":"));
    String json = Files.readString(report);
    assertTrue(json.contains("\"app-3fc4ccfe7458.js\""), json);
    assertTrue(json.contains("\"upToDate\" : false"), json);
    assertTrue(json.contains("\"missing\" : [ ]"), json);
  }

  @Test
  void report_folderIsMade() throws IOException {
    Path report = target.resolve("reports/assets/report.json");
    int code = run(folder, "--prefix", "/", "--codings", "none", "--report", report.toString());
    assertEquals(0, code, text());
    assertTrue(Files.readString(report).contains("\"app-3fc4ccfe7458.js\""));
  }

  /** Before any work: its own asset would never be current, and the manifest would be lost. */
  @Test
  void report_refused() throws IOException {
    Path other = target.resolve("META-INF/autoversion/manifest.json");
    assertRefused("the report " + folder + " is a folder; name a file in it", folder);
    assertRefused(
        "the report "
            + folder
            + "/r.json would be public, as an asset; choose a place outside the folder",
        folder + "/r.json");
    assertRefused(
        "the report " + other + " would overwrite the manifest; choose another file",
        other.toString());
    assertEquals(List.of("static/a.css", "static/app.js"), site.names());
    Path link = Files.createSymbolicLink(target.resolve("link.json"), other);
    site.write("META-INF/autoversion/manifest.json", "{\"autoversion\": 1, \"mounts\": {}}");
    assertRefused(
        "the report " + link + " would overwrite the manifest; choose another file",
        link.toString());
  }

  private void assertRefused(String message, String report) {
    assertEquals(2, run(folder, "--prefix", "/", "--codings", "none", "--report", report));
    assertEquals(message + "\n", text());
  }

  @Test
  void dryRunAndCheck_writeNothing() throws IOException {
    assertEquals(0, run(folder, "--prefix", "/static", "--codings", "none", "--dry-run"));
    assertTrue(text().contains("would write app-3fc4ccfe7458.js"), text());
    assertEquals(1, run(folder, "--prefix", "/static", "--codings", "none", "--check"));
    assertEquals(List.of("static/a.css", "static/app.js"), site.names());
    run(folder, "--prefix", "/static", "--codings", "none");
    assertEquals(0, run(folder, "--prefix", "/static", "--codings", "none", "--check"));
  }

  @Test
  void failOnMissing_endsWithOne_allWritten() throws IOException {
    assertEquals(1, run(folder, "--prefix", "/static", "--codings", "none", "--fail-on-missing"));
    assertTrue(text().contains("a.css:1: no asset for 'y.png'"), text());
    site.write("static/y.png", "y");
    assertEquals(0, run(folder, "--prefix", "/static", "--codings", "none", "--fail-on-missing"));
  }

  @Test
  void wrongUse_endsWithTwo() {
    assertEquals(2, run());
    assertEquals(2, run(folder));
    assertTrue(text().contains("--prefix"), text());
    assertEquals(2, run(folder, "--prefix", "static"));
    assertTrue(text().contains("starts with one slash"), text());
    assertEquals(2, run(folder + "/none", "--prefix", "/"));
    assertTrue(text().contains("/none does not exist"), text());
    assertEquals(2, run("@" + folder, "--prefix", "/"));
    assertTrue(text().contains("@" + folder + " does not exist"), text());
    assertEquals(2, run(folder, "--prefix", "/", "--codings", "lzma"));
    assertTrue(text().contains("not 'lzma'"), text());
    assertEquals(2, run(folder, "--prefix", "/", "--level", "12"));
    assertEquals(2, run(folder, "--prefix", "/", "--level", "high"));
    assertEquals(2, run(folder, "--prefix", "/", "--unknown"));
    assertEquals(2, run("clean", folder));
    assertEquals(2, run("clean", folder, "--prefix", "/", "--keep", "0"));
    assertTrue(text().contains("the number of builds to keep is 1 or more, not 0"), text());
    assertEquals(2, run("clean", folder, "--prefix", "/", "--days", "-1"));
    assertTrue(text().contains("the number of days to keep is 0 or more, not -1"), text());
  }

  @Test
  void output_isFile() throws IOException {
    site.write("file", "no folder");
    assertEquals(2, run(folder, "--prefix", "/", "--output", target + "/file", "--dry-run"));
    assertEquals("the output " + target + "/file is a file; name a folder\n", text());
  }

  @Test
  void cannotWrite_endsWithThree() throws IOException {
    site.write("file", "no folder");
    int code = run(folder, "--prefix", "/", "--output", target + "/file/out");
    assertEquals(3, code, text());
    assertTrue(text().contains(target + "/file"), text());
    site.write("META-INF/autoversion/manifest.json", "no json");
    assertEquals(3, run(folder, "--prefix", "/"));
    assertTrue(text().contains("is not an autoversion manifest"), text());
  }

  @Test
  void clean_deletesAndTells() throws IOException {
    run(folder, "--prefix", "/s", "--codings", "none");
    site.write("static/app.js", "three");
    run(folder, "--prefix", "/s", "--codings", "none");
    assertEquals(0, run("clean", folder, "--prefix", "/s", "--keep", "1", "--dry-run"));
    assertTrue(text().contains("would delete app-3fc4ccfe7458.js"), text());
    assertEquals(0, run("clean", folder, "--prefix", "/s", "--keep", "1", "--days", "0"));
    assertEquals("deleted app-3fc4ccfe7458.js\n1 file, 0.0 kB deleted\n", text());
    assertFalse(Files.exists(target.resolve("static/app-3fc4ccfe7458.js")));
  }

  @Test
  void clean_nothingIsKnown() {
    String manifest = target.resolve("META-INF/autoversion/manifest.json").toString();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(0, run("clean", folder, "--prefix", "/s"));
      run(folder, "--prefix", "/s", "--codings", "none");
      assertEquals(0, run("clean", folder, "--prefix", "/s"));
      assertEquals(0, run("clean", folder, "--prefix", "/static"));
      assertEquals(
          List.of(
              "WARNING there is no manifest at " + manifest + "; name the one that the build wrote",
              "WARNING " + manifest + " lists no copies for the prefix '/static', only for '/s'"),
          log.lines());
    }
  }

  @Test
  void helpAndVersion() {
    assertEquals(0, run("--help"));
    for (String option :
        List.of(
            "--prefix",
            "--output",
            "--manifest",
            "--exclude",
            "--codings",
            "--level",
            "--threads",
            "--dry-run",
            "--check",
            "--report",
            "--fail-on-missing",
            "clean")) {
      assertTrue(text().contains(option), option + " is not in " + text());
    }
    assertEquals(0, run("clean", "--help"));
    assertTrue(text().contains("--keep") && text().contains("--days"), text());
    assertEquals(0, run("--version"));
    assertTrue(text().startsWith("autoversion-fingerprint "), text());
  }

  @Test
  void bar_onATerminal() {
    StringWriter shown = new StringWriter();
    Bar bar = new Bar(new PrintWriter(shown), true);
    bar.made(Progress.Stage.CODING, 1, 2);
    bar.made(Progress.Stage.CODING, 1, 2);
    bar.end();
    String line = "compressing [" + "#".repeat(15) + " ".repeat(15) + "] 50%";
    assertEquals("\r" + line + "\r" + " ".repeat(line.length()) + "\r", shown.toString());
  }

  @Test
  void bar_elsewhere_aLineForEachStage() {
    StringWriter shown = new StringWriter();
    Bar bar = new Bar(new PrintWriter(shown), false);
    bar.made(Progress.Stage.COPYING, 1, 2);
    bar.made(Progress.Stage.COPYING, 2, 2);
    bar.made(Progress.Stage.CODING, 1000, 1000);
    bar.end();
    assertEquals(
        List.of("copying 2 assets", "compressing 1.0 kB"), shown.toString().lines().toList());
  }

  /** Where a user looks at it, whatever else is redirected; and in no file. */
  @Test
  @Tag("fork")
  void bar_onlyWhereStandardErrorIsATerminal() throws Exception {
    boolean linux = Files.exists(Path.of("/proc"));
    boolean there = Files.isExecutable(Path.of("/usr/bin/script"));
    assumeTrue(linux && (there || System.getenv("CI") != null), "needs script of util-linux");
    Path file = target.resolve("redirected.txt");
    String bar = "copying     [" + "#".repeat(30) + "] 100%";
    assertTrue(onTerminal("").contains(bar));
    assertTrue(onTerminal(">" + file).contains(bar));
    assertTrue(onTerminal("</dev/null").contains(bar));
    assertFalse(onTerminal("2>" + file).contains(bar));
    // Java 24 and later first say there that natives are loaded.
    assertTrue(Files.readString(file).lines().toList().contains("copying 2 assets"));
    assertFalse(onTerminal("2>/dev/null").contains(bar));
  }

  private String onTerminal(String redirected) throws Exception {
    List<String> arguments = List.of(folder, "--prefix", "/static", "--dry-run");
    CommandProcess process = CommandProcess.startOnTerminal(target, arguments, redirected);
    assertEquals(0, process.exitCode(), process.text());
    return process.text();
  }

  /** The same in a fresh JVM, whose main class it is. */
  @Test
  @Tag("fork")
  void main_inAJvmOfItsOwn() throws Exception {
    CommandProcess process =
        CommandProcess.start(target, List.of(folder, "--prefix", "/static", "--check"));
    assertEquals(1, process.exitCode(), process.text());
    process = CommandProcess.start(target, List.of(folder, "--prefix", "/static"));
    assertEquals(0, process.exitCode(), process.text());
    assertTrue(site.names().contains("static/app-3fc4ccfe7458.js"));
  }

  @Test
  @Tag("fork")
  void run_withoutALibraryForThisMachine_saysSoAndGoesOn() throws Exception {
    site.write("static/b.js", "again ".repeat(100));
    CommandProcess process =
        CommandProcess.startWithout("brotli4j/native-", target, List.of(folder, "--prefix", "/"));
    assertEquals(0, process.exitCode(), process.text());
    assertTrue(
        process
            .text()
            .contains("br is left out: com.aayushatharva.brotli4j:brotli4j has no native library"),
        process.text());
    assertTrue(site.names().stream().anyMatch(name -> name.endsWith(".js.gz")));
    assertTrue(site.names().stream().noneMatch(name -> name.endsWith(".br")));
  }

  /** JDK 24 and later can forbid native libraries, and a later one will unless told otherwise. */
  @Test
  @Tag("fork")
  void run_nativesForbidden_saysSoAndGoesOn() throws Exception {
    assumeTrue(Runtime.version().feature() >= 24);
    site.write("static/b.js", "again ".repeat(100));
    String deny = "--illegal-native-access=deny";
    CommandProcess process =
        CommandProcess.startWith(deny, target, List.of(folder, "--prefix", "/"));
    assertEquals(0, process.exitCode(), process.text());
    assertTrue(
        process
            .text()
            .contains("zstd is left out: com.github.luben:zstd-jni has no native library"),
        process.text());
    assertTrue(site.names().stream().anyMatch(name -> name.endsWith(".js.gz")));
    assertTrue(site.names().stream().noneMatch(name -> name.endsWith(".zst")));
  }

  @Test
  @Tag("fork")
  void run_withoutBrotli_saysSoAndGoesOn() throws Exception {
    site.write("static/b.js", "again ".repeat(100));
    CommandProcess process =
        CommandProcess.startWithout("brotli4j", target, List.of(folder, "--prefix", "/"));
    assertEquals(0, process.exitCode(), process.text());
    assertTrue(process.text().contains("brotli4j is not on the class path"), process.text());
  }
}
