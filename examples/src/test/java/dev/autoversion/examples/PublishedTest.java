package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is published, and what publishes it, is as Maven Central and readers want it. */
class PublishedTest {
  private static final Path ROOT = MarkdownPages.ROOT;
  private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
  private static final Pattern ACTION = Pattern.compile("uses: (\\S+)(.*)");

  private static String pom(String module) throws IOException {
    return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
  }

  private static List<String> modules() throws IOException {
    return MODULE.matcher(pom(".")).results().map(module -> module.group(1)).toList();
  }

  @Test
  void poms_sayWhatCentralAsks() throws IOException {
    for (String module : modules()) {
      String own = pom(module);
      assertTrue(
          own.matches("(?s).*<name>[^<]+</name>.*<description>[^<]+\\.</description>.*"), own);
      boolean parent = own.contains("<artifactId>autoversion-parent</artifactId>");
      assertEquals(!module.equals("bom"), parent, module);
    }
  }

  /** It has no parent, so it says itself what the others have from theirs. */
  @Test
  void bom_saysTheSame() throws IOException {
    for (String element : List.of("url", "inceptionYear", "licenses", "developers", "scm")) {
      Pattern pattern =
          Pattern.compile(
              "^  <" + element + "[^>]*>(.*?)</" + element + ">",
              Pattern.DOTALL | Pattern.MULTILINE);
      assertEquals(first(pattern, pom(".")), first(pattern, pom("bom")), element);
    }
    for (String artifact :
        List.of("flatten-maven-plugin", "maven-gpg-plugin", "central-publishing-maven-plugin")) {
      Pattern version =
          Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>(.*)</version>");
      assertEquals(first(version, pom(".")), first(version, pom("bom")), artifact);
    }
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
  }

  /** One property decides; a module that sets another by hand would be half published. */
  @Test
  void unpublished_isSaidOnce() throws IOException {
    List<String> unpublished = new ArrayList<>();
    for (String module : modules()) {
      String own = pom(module);
      assertFalse(
          own.matches("(?s).*<(maven\\.(deploy|install|javadoc|source)\\.skip)>.*"), module);
      if (own.contains("<unpublished>true</unpublished>")) {
        unpublished.add(module);
      }
    }
    assertTrue(unpublished.containsAll(List.of("examples", "benchmarks")), unpublished::toString);
    assertFalse(unpublished.contains("core"), unpublished::toString);
  }

  @Test
  void workflows_pinActionsAndCallTheScript() throws IOException {
    boolean called = false;
    try (Stream<Path> workflows = Files.list(ROOT.resolve(".github/workflows"))) {
      for (Path workflow : workflows.toList()) {
        String text = Files.readString(workflow);
        called |= text.contains("run: .ci/run");
        for (MatchResult action : ACTION.matcher(text).results().toList()) {
          assertTrue(action.group(1).matches("[\\w/-]+@[0-9a-f]{40}"), action.group());
          assertTrue(action.group(2).matches(" # v\\d+\\.\\d+\\.\\d+"), action.group());
        }
      }
    }
    assertTrue(called);
  }
}
