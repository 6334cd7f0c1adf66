package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names of 255 bytes fit on a disk, and those of copies and codings are longer than the asset's.
 */
class LongNamesTest {
  private static final String TEXT = "var a = 'the same again'; ".repeat(400);

  @TempDir Path target;
  private Tree site;

  @BeforeEach
  void writeSite() throws IOException {
    site = new Tree(target);
    site.write("static/a.js", "two");
  }

  private Fingerprint site() {
    return Fingerprint.of(target.resolve("static")).prefix("/static");
  }

  private static String name(int bytes) {
    return "x".repeat(bytes - 3) + ".js";
  }

  @Test
  void run_copyTooLong_endsBeforeAnyWork() throws IOException {
    for (String name : List.of(name(243), "\u00e9".repeat(120) + ".js")) {
      site.write("static/js/" + name, TEXT);
      TreeMap<String, String> before = site.contents();
      String why =
          "'js/"
              + name
              + "': the name of its copy would have 256 bytes, but at most 255 are possible;"
              + " rename it or exclude it";
      assertEquals(why, assertThrows(IOException.class, () -> site().run()).getMessage());
      assertEquals(why, assertThrows(IOException.class, () -> site().dryRun().run()).getMessage());
      assertEquals(before, site.contents());
      assertEquals(1, site().exclude("js/**").dryRun().run().assets().size());
      Files.delete(target.resolve("static/js/" + name));
    }
  }

  @Test
  void run_codingTooLong_isLeftOut() throws Exception {
    site.write("static/" + name(242), TEXT).write("static/" + name(239), TEXT);
    site.write("static/" + "x".repeat(238) + ".css", "i { b: url(a.js) }");
    FingerprintReport report = site().run();
    Map<String, Set<String>> codings = new TreeMap<>();
    report.assets().forEach(asset -> codings.put(asset.path(), asset.codings().keySet()));
    assertEquals(Set.of(), codings.get(name(242)));
    assertEquals(Set.of("br", "gzip"), codings.get(name(239)));
    assertEquals(4, report.assets().size());
    assertTrue(site().dryRun().run().isUpToDate());
    Path manifest = target.resolve("META-INF/autoversion/manifest.json");
    assertEquals(4, new Wholeness(manifest, target.resolve("static")).check());
  }

  /** What a killed run has recorded has codings that no disk could hold. */
  @Test
  void run_afterOneThatWasKilled_tidiesUp() throws Exception {
    String old = name(242).replace(".js", "-0123456789ab.js");
    site.write("static/" + old, TEXT);
    site.write("META-INF/autoversion/manifest.json.journal", "/static\t" + old + "\n");
    site().run();
    assertEquals(
        List.of("META-INF/autoversion/manifest.json", "static/a-3fc4ccfe7458.js", "static/a.js"),
        site.names());
  }

  /** Each stylesheet of a circle covers all others, and a program reads no larger manifest. */
  @Test
  void run_manifestTooLarge_leavesAllAsItWas() throws IOException {
    int circle = 540;
    String name = "x".repeat(230);
    for (int i = 0; i < circle; i++) {
      site.write("static/" + i + name + ".css", "@import '" + (i + 1) % circle + name + ".css';");
    }
    List<String> before = site.names();
    String why =
        "the manifest would have 70.1 MB, more than can be read at run time; exclude assets, or let"
            + " fewer stylesheets import one another";
    assertEquals(why, assertThrows(IOException.class, site().codings()::run).getMessage());
    assertEquals(before, site.names());
  }
}
