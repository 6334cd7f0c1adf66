package dev.autoversion.freemarker;

import static dev.autoversion.DocPage.assertSameLines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.DocPage;
import dev.autoversion.DocPage.Block;
import dev.autoversion.LiteralManifest;
import dev.autoversion.OnMissing;
import dev.autoversion.VersionStrategy;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every code block of docs/freemarker.md. */
class FreemarkerPageTest extends Pages {
  static Stream<List<Block>> results() throws IOException {
    return DocPage.of("freemarker.md").results("ftl").stream();
  }

  @ParameterizedTest
  @MethodSource("results")
  void template_givesTheBlockBelow(List<Block> pair) throws Exception {
    Block result = pair.get(1);
    if (result.language().equals("html")) {
      assertSameLines(result.code(), page(pair.get(0).code(), OnMissing.KEEP));
    } else {
      assertEquals("text", result.language());
      TemplateException e =
          assertThrows(TemplateException.class, () -> page(pair.get(0).code(), OnMissing.FAIL));
      String message =
          e.getMessage().replace(site.resolve("static").toString(), "/srv/site/static");
      assertTrue(message.startsWith(result.code().strip()), message);
    }
  }

  @Test
  void java_runs() throws Exception {
    DocPage.of("freemarker.md").runJava(site);
  }

  private String page(String template, OnMissing policy) throws Exception {
    Path root = Files.createDirectory(site.resolve("static"));
    for (String name : List.of("app.css", "app.js", "print.css", "1234.png")) {
      Files.writeString(root.resolve(name), name);
    }
    Configuration configuration = configuration(NEWEST);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    AutoversionFreemarker.install(
        configuration,
        Autoversion.builder()
            .directory("/static", root)
            .manifest("/build", LiteralManifest.SHOP)
            .version(VersionStrategy.fixed("9f3c2ab1d04e"))
            .onMissing(policy)
            .build());
    return render(configuration, template, Map.of());
  }
}
