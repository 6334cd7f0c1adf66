package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;

/** Pages of a site with some assets under {@code /s}, rendered for a request in {@code /shop}. */
abstract class PageTest {
  static final String PAGE = "page";

  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    // printf two | sha256sum: 3fc4ccfe7458; printf three | sha256sum: 8b5b9db0c13d
    for (String name : new String[] {"a.css", "a.js", "a.png", "it's & more.css", "param.css"}) {
      Files.writeString(site.resolve(name), "two");
    }
    for (String name : new String[] {"b.png", "dark/a.css", "new theme.css", "icons.svg"}) {
      Path file = site.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "three");
    }
  }

  final void edit(String name, String text) {
    try {
      Files.writeString(site.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final Autoversion.Builder autoversion() {
    return Autoversion.builder().directory("/s", site);
  }

  /** An engine with everything installed. */
  final TemplateEngine engine(String template) {
    return engine(TemplateMode.HTML, template, autoversion().build());
  }

  static TemplateEngine engine(TemplateMode mode, String template, Autoversion autoversion) {
    TemplateEngine engine = bare(mode, template);
    AutoversionDialect.install(engine, autoversion);
    return engine;
  }

  /** An engine that knows nothing of us. */
  static TemplateEngine bare(TemplateMode mode, String template) {
    Templates templates = new Templates(mode);
    templates.put(PAGE, template);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(templates);
    return engine;
  }

  /** The page for a request in {@code /shop}. */
  final String inShop(String template, Map<String, Object> model) {
    return engine(template).process(PAGE, request("/shop", model));
  }

  final String inShop(String template) {
    return inShop(template, Map.of());
  }

  /** The page for a request in an application at the root. */
  final String atRoot(String template, Map<String, Object> model) {
    return engine(template).process(PAGE, request("", model));
  }

  final String atRoot(String template) {
    return atRoot(template, Map.of());
  }

  /** The page outside of a web context: a mail. */
  final String mail(String template, Map<String, Object> model) {
    return engine(template).process(PAGE, new Context(Locale.ENGLISH, model));
  }

  static IContext request(String contextPath, Map<String, Object> model) {
    return request(Exchange.in(contextPath), model);
  }

  static IContext request(Exchange exchange, Map<String, Object> model) {
    return new WebContext(exchange, Locale.ENGLISH, model);
  }
}
