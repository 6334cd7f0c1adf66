package dev.autoversion.pebble;

import static dev.autoversion.DocPage.assertSameLines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Autoversion;
import dev.autoversion.DocPage;
import dev.autoversion.DocPage.Block;
import dev.autoversion.LiteralManifest;
import dev.autoversion.OnMissing;
import dev.autoversion.VersionStrategy;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every code block of docs/pebble.md. */
class PebblePageTest {
  @TempDir Path site;

  static Stream<List<Block>> results() throws IOException {
    return DocPage.of("pebble.md").results("twig").stream();
  }

  @ParameterizedTest
  @MethodSource("results")
  void template_givesTheBlockBelow(List<Block> pair) throws IOException {
    Block result = pair.get(1);
    if (result.language().equals("html")) {
      assertSameLines(result.code(), render(pair.get(0).code(), OnMissing.KEEP));
    } else {
      assertEquals("text", result.language());
      PebbleException e =
          assertThrows(PebbleException.class, () -> render(pair.get(0).code(), OnMissing.FAIL));
      assertSameLines(result.code(), e.getMessage().replace(site.toString(), "/srv/site/static"));
    }
  }

  @Test
  void java_runs() throws Exception {
    DocPage.of("pebble.md").runJava(site);
  }

  private String render(String template, OnMissing policy) throws IOException {
    for (String name : List.of("app.css", "app.js", "print.css", "logo.png")) {
      Files.writeString(site.resolve(name), name);
    }
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .manifest("/build", LiteralManifest.SHOP)
            .version(VersionStrategy.fixed("9f3c2ab1d04e"))
            .onMissing(policy)
            .build();
    MemoryLoader loader = new MemoryLoader();
    loader.addTemplate("page", template);
    StringWriter page = new StringWriter();
    new PebbleEngine.Builder()
        .loader(loader)
        .newLineTrimming(false)
        .extension(new AutoversionExtension(autoversion))
        .build()
        .getTemplate("page")
        .evaluate(page);
    return page.toString();
  }
}
