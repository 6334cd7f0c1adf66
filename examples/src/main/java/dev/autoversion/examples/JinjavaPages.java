package dev.autoversion.examples;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;
import dev.autoversion.jinjava.AutoversionJinjava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Jinjava: {@code {{ "/static/css/site.css"|autoversion }}}. */
final class JinjavaPages implements Pages {
  private final Jinjava jinjava = new Jinjava();
  private final Path templates;

  JinjavaPages(Path templates, Autoversion autoversion) {
    this.templates = templates;
    jinjava.getGlobalContext().setAutoEscape(true);
    AutoversionJinjava.install(jinjava, autoversion);
  }

  @Override
  public String render(String template, Map<String, Object> model) throws IOException {
    return jinjava.render(
        Files.readString(templates.resolve(Engine.JINJAVA.file(template))), model);
  }
}
