package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import dev.autoversion.VersionStrategy;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Runs every block of docs/thymeleaf.md. Those in HTML come in pairs: written, sent. */
class DocumentationTest extends PageTest {
  private static final Path PAGE_OF_DOCS = Path.of("..", "docs", "thymeleaf.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(PAGE_OF_DOCS));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

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
    List<String> html = blocks("html");
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
    List<String> java = blocks("java");
    List<String> prefixes = List.of("av", "asset");
    assertEquals(prefixes.size(), java.size());
    for (int i = 0; i < java.size(); i++) {
      String name = "Snippet" + i;
      Path source = site.resolve(name + ".java");
      int statements = java.get(i).indexOf("\n\n");
      Files.writeString(
          source,
          java.get(i).substring(0, statements)
              + ("\npublic class " + name + " { public static TemplateEngine run() {")
              + java.get(i).substring(statements)
              + "return engine; } }\n");
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-classpath",
                  System.getProperty("java.class.path"),
                  source.toString());
      assertEquals(0, failed, java.get(i));
      URL[] compiled = {site.toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
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
