package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.DocPage;
import dev.autoversion.LiteralManifest;
import dev.autoversion.VersionStrategy;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Runs every block of docs/thymeleaf.md. Those in HTML come in pairs: written, sent. */
class DocumentationTest extends PageTest {
  @Test
  void html_givesWhatThePageSays() throws IOException {
    for (String asset :
        List.of("css/app.css", "css/dark/app.css", "js/script.js", "img/a.png", "img/b.png")) {
      Files.createDirectories(site.resolve(asset).getParent());
      Files.writeString(site.resolve(asset), asset);
    }
    Files.writeString(site.resolve("img/icons.svg"), "<svg/>");
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .manifest("/build", LiteralManifest.SHOP)
            .version(VersionStrategy.fixed("9f3c2ab1d04e"))
            .build();
    Map<String, Object> model = new HashMap<>();
    model.put("theme", "dark");
    model.put("name", "a");
    model.put("photo", "/static/img/a.png");
    model.put("files", List.of("/shop/static/css/app.css", "/shop/static/js/script.js"));
    model.put("text", "${secret}");
    model.put("secret", "never shown");
    List<String> html = DocPage.of("thymeleaf.md").code("html");
    assertEquals(28, html.size());
    for (int i = 0; i < html.size(); i += 2) {
      assertEquals(
          html.get(i + 1),
          engine(TemplateMode.HTML, html.get(i), autoversion)
              .process(PAGE, request("/shop", model)));
    }
  }

  @Test
  void java_runs() throws Exception {
    List<String> java = DocPage.of("thymeleaf.md").code("java");
    List<String> prefixes = List.of("av", "asset");
    assertEquals(prefixes.size(), java.size());
    for (int i = 0; i < java.size(); i++) {
      String name = "Snippet" + i;
      int statements = java.get(i).indexOf("\n\n");
      DocPage.compile(
          site,
          name,
          java.get(i).substring(0, statements)
              + ("\npublic class " + name + " { public static TemplateEngine run() {")
              + java.get(i).substring(statements)
              + "return engine; } }\n");
      try (URLClassLoader loader = DocPage.loader(site)) {
        TemplateEngine engine =
            (TemplateEngine) loader.loadClass(name).getMethod("run").invoke(null);
        String attribute = prefixes.get(i) + ":href";
        assertEquals(
            "<a href=\"/static/no.css\"></a>",
            engine.process("<a " + attribute + "=\"/static/no.css\"></a>", new Context()));
      }
    }
  }
}
