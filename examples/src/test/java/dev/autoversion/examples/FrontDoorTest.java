package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.md comes to the point, and proves what it claims. */
class FrontDoorTest {
  private static final Path README = MarkdownPages.ROOT.resolve("README.md");
  private static final Pattern TEST =
      Pattern.compile("\\[(\\w+(?:Test|Contract))\\]\\(([^)]*/(\\w+)\\.java)\\)");

  @Test
  void firstBlock_isTheWord() throws IOException {
    Block first = MarkdownPage.read(README).blocks().get(0);
    assertTrue(first.text().contains("| autoversion }}"), first.text());
  }

  @Test
  void setUp_isDoneAtLine25() throws IOException {
    Block program = MarkdownPage.read(README).java().get(0);
    long end = program.line() + program.text().lines().count();
    assertTrue(end <= 25, "the first program ends in line " + end);
    assertTrue(
        String.join("\n", Files.readAllLines(README).subList(0, 25))
            .contains("`autoversion-spring-boot-starter`"));
  }

  @Test
  void claims_areSevenAndProved() throws IOException {
    List<String> claims =
        MarkdownPages.section(README, "## What sets it apart").stream()
            .filter(line -> line.matches("\\d\\. .*"))
            .toList();
    assertEquals(7, claims.size());
    for (String claim : claims) {
      List<MatchResult> tests = TEST.matcher(claim).results().toList();
      assertTrue(!tests.isEmpty(), claim);
      for (MatchResult test : tests) {
        assertEquals(test.group(1), test.group(3), claim);
        Path file = MarkdownPages.ROOT.resolve(test.group(2));
        assertTrue(
            Files.readString(file).matches("(?s).*@(Test|TestFactory|Parameterized).*"), claim);
      }
    }
  }
}
