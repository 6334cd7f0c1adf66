package dev.autoversion.pebble;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Autoversion;
import dev.autoversion.OnMissing;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Renders pages of a small site that has {@code /s/a.css} and {@code /s/b.js}. */
abstract class Pages {
  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    Files.writeString(site.resolve("a.css"), "two");
    Files.writeString(site.resolve("b.js"), "three");
  }

  final Autoversion.Builder autoversion() {
    return Autoversion.builder().directory("/s", site);
  }

  static PebbleEngine engine(AutoversionExtension extension, boolean autoEscaping) {
    return new PebbleEngine.Builder()
        .loader(loader(Map.of("page", "{{ p | autoversion }}")))
        .autoEscaping(autoEscaping)
        .extension(extension)
        .build();
  }

  final PebbleEngine.Builder builder() {
    return new PebbleEngine.Builder().extension(new AutoversionExtension(autoversion().build()));
  }

  final PebbleEngine.Builder builder(Map<String, String> templates) {
    return builder(autoversion().build(), templates);
  }

  static PebbleEngine.Builder builder(Autoversion autoversion, Map<String, String> templates) {
    return new PebbleEngine.Builder()
        .loader(loader(templates))
        .extension(new AutoversionExtension(autoversion));
  }

  static MemoryLoader loader(Map<String, String> templates) {
    MemoryLoader loader = new MemoryLoader();
    templates.forEach(loader::addTemplate);
    return loader;
  }

  final String render(String template, Map<String, Object> model) throws IOException {
    return render(builder(Map.of("page", template)).build(), model);
  }

  static String render(PebbleEngine engine, Map<String, Object> model) throws IOException {
    StringWriter page = new StringWriter();
    engine.getTemplate("page").evaluate(page, model);
    return page.toString();
  }

  static String render(PebbleEngine engine, String template, Map<String, Object> model)
      throws IOException {
    StringWriter page = new StringWriter();
    engine.getLiteralTemplate(template).evaluate(page, model);
    return page.toString();
  }

  /** How a page fails where a missing asset is an error. */
  final PebbleException failure(String template, Map<String, Object> model) {
    PebbleEngine engine =
        builder(autoversion().onMissing(OnMissing.FAIL).build(), Map.of("page", template)).build();
    return assertThrows(PebbleException.class, () -> render(engine, model));
  }
}
