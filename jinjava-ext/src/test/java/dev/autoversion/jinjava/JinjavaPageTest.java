package dev.autoversion.jinjava;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;
import dev.autoversion.DocPage;
import dev.autoversion.DocPage.Block;
import dev.autoversion.LiteralManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs docs/jinjava.md: each block of code, followed by the block it must print. */
class JinjavaPageTest {
  @TempDir Path site;

  private DocPage page;

  @BeforeEach
  void writeSite() throws IOException {
    page = DocPage.of("jinjava.md");
    Files.createDirectories(site.resolve("static/css"));
    Files.createDirectories(site.resolve("static/js"));
    Files.writeString(site.resolve("static/css/app.css"), "two");
    Files.writeString(site.resolve("static/js/app.js"), "three");
  }

  @Test
  void everyBlock_hasItsOutput() {
    int pairs = page.results("java").size() + page.results("jinja").size();
    assertEquals(page.blocks().size(), 2 * pairs);
  }

  @Test
  void templates() {
    for (var config : Engines.filterPaths()) {
      Jinjava jinjava =
          Engines.engine(
              Autoversion.builder()
                  .directory("/static", site.resolve("static"))
                  .manifest("/build", LiteralManifest.SHOP)
                  .build(),
              config);
      for (List<Block> pair : page.results("jinja")) {
        assertEquals(pair.get(1).code(), jinjava.render(pair.get(0).code(), Map.of()));
      }
    }
  }

  /** All of them in one program, so that a block may use what an earlier one declares. */
  @Test
  void programs() throws Exception {
    Engines.assumeVersion("2.8.3", "withEnableFilterChainOptimization");
    String code = String.join("", page.code("java"));
    Files.writeString(site.resolve("Page.java"), DocPage.program("Page", code));
    String output =
        page.results("java").stream().map(pair -> pair.get(1).code()).collect(Collectors.joining());
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
