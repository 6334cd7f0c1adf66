package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import dev.autoversion.pebble.AutoversionExtension;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.FileLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Pebble: {@code {{ "/static/css/site.css" | autoversion }}}. */
final class PebblePages implements Pages {
  private final PebbleEngine pebble;

  PebblePages(Path templates, Autoversion autoversion) {
    FileLoader loader = new FileLoader(templates.toString());
    loader.setSuffix(Engine.PEBBLE.file(""));
    this.pebble =
        new PebbleEngine.Builder()
            .extension(new AutoversionExtension(autoversion))
            .loader(loader)
            .cacheActive(false)
            .defaultLocale(Locale.ENGLISH)
            .newLineTrimming(false)
            .build();
  }

  @Override
  public String render(String template, Map<String, Object> model) throws IOException {
    StringWriter page = new StringWriter();
    pebble.getTemplate(template).evaluate(page, model);
    return page.toString();
  }
}
