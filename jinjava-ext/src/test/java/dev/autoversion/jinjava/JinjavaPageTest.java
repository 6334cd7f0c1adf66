package dev.autoversion.jinjava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs docs/jinjava.md: each block of code, followed by the block it must print. */
class JinjavaPageTest {
  private static final Pattern PAIR =
      Pattern.compile("```(java|jinja)\n(.*?)```\n\n```(?:text|html)\n(.*?)```", Pattern.DOTALL);

  @TempDir Path site;

  private String page;

  @BeforeEach
  void writeSite() throws IOException {
    page = Files.readString(Path.of("../docs/jinjava.md"));
    Files.createDirectories(site.resolve("static/css"));
    Files.createDirectories(site.resolve("static/js"));
    Files.writeString(site.resolve("static/css/app.css"), "two");
    Files.writeString(site.resolve("static/js/app.js"), "three");
  }

  private List<MatchResult> pairs(String language) {
    return PAIR.matcher(page).results().filter(pair -> pair.group(1).equals(language)).toList();
  }

  @Test
  void everyBlock_hasItsOutput() {
    long fences = page.lines().filter(line -> line.startsWith("```")).count();
    assertEquals(fences, 4L * (pairs("java").size() + pairs("jinja").size()));
  }

  @Test
  void templates() {
    assertFalse(pairs("jinja").isEmpty());
    for (var config : Engines.filterPaths()) {
      Jinjava jinjava =
          Engines.engine(
              Autoversion.builder()
                  .directory("/static", site.resolve("static"))
                  .manifest("/build", LiteralManifest.SHOP)
                  .build(),
              config);
      for (MatchResult pair : pairs("jinja")) {
        assertEquals(pair.group(3), jinjava.render(pair.group(2), Map.of()));
      }
    }
  }

  /** All of them in one program, so that a block may use what an earlier one declares. */
  @Test
  void programs() throws Exception {
    Engines.assumeVersion("2.8.3", "withEnableFilterChainOptimization");
    List<String> imports = new ArrayList<>();
    List<String> body = new ArrayList<>();
    for (MatchResult pair : pairs("java")) {
      pair.group(2).lines().forEach(l -> (l.startsWith("import ") ? imports : body).add(l));
    }
    Files.writeString(
        site.resolve("Page.java"),
        String.join("\n", imports)
            + "\nclass Page {\npublic static void main(String[] args) throws Exception {\n"
            + String.join("\n", body)
            + "\n}\n}\n");
    String output = pairs("java").stream().map(pair -> pair.group(3)).collect(Collectors.joining());
    assertEquals(output, run("Page.java"));
  }

  private String run(String source) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path output = site.resolve("output.txt");
    Process process =
        new ProcessBuilder(java, "-cp", classPath, source)
            .directory(site.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.waitFor();
    // The page says where its reader would see them.
    return Files.readString(output).replace(site.toRealPath().toString(), "/srv/site");
  }
}
