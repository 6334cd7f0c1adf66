package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has all that is published, in the version of the parent, and no parent of its own. */
class BomTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(autoversion-.*)</artifactId>");
  private static final Pattern VERSION = Pattern.compile("<version>(.*)</version>");

  private static String pom(String module) throws IOException {
    return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
  }

  @Test
  void bom_hasEachPublishedModule() throws IOException {
    Set<String> published = new TreeSet<>();
    Matcher module = MODULE.matcher(pom("."));
    while (module.find()) {
      boolean isPublished = !pom(module.group(1)).contains("<unpublished>true");
      if (isPublished && !module.group(1).equals("bom")) {
        published.add("autoversion-" + module.group(1));
      }
    }
    Set<String> managed = new TreeSet<>();
    Matcher artifact = ARTIFACT.matcher(pom("bom"));
    while (artifact.find()) {
      managed.add(artifact.group(1));
    }
    managed.remove("autoversion-bom");
    assertEquals(published, managed);
  }

  @Test
  void bom_isOfTheSameVersion() throws IOException {
    assertEquals(first(VERSION, pom(".")), first(VERSION, pom("bom")));
    assertFalse(pom("bom").contains("<parent>"));
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
  }
}
