package dev.autoversion.pebble;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pebble's operators, tags and registration. */
class AutoversionExtensionTest extends Pages {
  @Test
  void names_ofFilterAndFunction() {
    AutoversionExtension extension = new AutoversionExtension(autoversion().build());
    assertEquals("autoversion", AutoversionExtension.FILTER_NAME);
    assertEquals("autoversion", AutoversionExtension.FUNCTION_NAME);
    assertEquals(Set.of("autoversion", "integrity", "srcset"), extension.getFilters().keySet());
    assertEquals(
        Set.of("autoversion", "integrity", "srcset", "entrypoint", "preload", "importmap"),
        extension.getFunctions().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    // ~ binds tighter than |, so the whole is versioned.
    "'{{ \"/s/\" ~ name | autoversion }}',     /s/a.css?v=3fc4ccfe7458",
    "'{{ (\"/s/\" ~ name) | autoversion }}',   /s/a.css?v=3fc4ccfe7458",
    "'{{ \"/s/#{name}\" | autoversion }}',     /s/a.css?v=3fc4ccfe7458",
    "'{{ autoversion(\"/s/\" + name) }}',      /s/a.css?v=3fc4ccfe7458",
    "'{{ (\"/s/\" + name) | autoversion }}',   /s/a.css?v=3fc4ccfe7458",
    // + binds looser than |, so only the name is.
    "'{{ \"/s/\" + name | autoversion }}',     /s/a.css",
  })
  void concatenation_precedence(String template, String html) throws IOException {
    assertEquals(html, render(template, Map.of("name", "a.css")));
  }

  /** Pebble tells such a filter no line. */
  @Test
  void filterBlock_missing_warningSaysWhichTemplate() {
    String template = "\n{% filter autoversion %}/s/aa.css{% endfilter %}";
    Autoversion warns = autoversion().onMissing(OnMissing.WARN).build();
    PebbleEngine engine = builder(warns, Map.of("page", template)).build();
    assertEquals(
        List.of(
            "page: no asset for '/s/aa.css'; searched directory "
                + site
                + "; did you mean '/s/a.css'?"),
        CapturedLog.of(() -> assertDoesNotThrow(() -> render(engine, Map.of()))));
  }

  @Test
  void set_keepsTheUrlPlain() throws IOException {
    String template = "{% set css = p | autoversion %}{{ css }}";
    assertEquals("/s/a.css?x=1&amp;v=3fc4ccfe7458", render(template, Map.of("p", "/s/a.css?x=1")));
  }

  @Test
  void set_sameNameAsOurs_changesNothing() throws IOException {
    PebbleEngine engine = builder().build();
    String set = "{% set autoversion = 'x' %}{{ '/s/a.css' | autoversion }} {{ autoversion }}";
    assertEquals("/s/a.css?v=3fc4ccfe7458 x", render(engine, set, Map.of()));
    String after = "{{ autoversion('/s/a.css') }} {{ autoversion }}";
    assertEquals("/s/a.css?v=3fc4ccfe7458 ", render(engine, after, Map.of()));
  }

  @Test
  void macro_importedAndItsOutput() throws IOException {
    String macros = "{% macro css(name) %}/s/{{ name }}.css{% endmacro %}";
    String page =
        "{% from 'macros' import css %}{{ autoversion(css('a')) }} {{ css('a') | autoversion }}";
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458 /s/a.css?v=3fc4ccfe7458",
        render(builder(Map.of("page", page, "macros", macros)).build(), Map.of()));
  }

  @Test
  void inheritance_blockOfTheChild() throws IOException {
    String layout = "<{% block link %}{{ '/s/b.js' | autoversion }}{% endblock %}>";
    String page =
        "{% extends 'layout' %}{% block link %}{{ parent() }} {{ p | autoversion }}{% endblock %}";
    assertEquals(
        "</s/b.js?v=8b5b9db0c13d /s/a.css?v=3fc4ccfe7458>",
        render(builder(Map.of("page", page, "layout", layout)).build(), Map.of("p", "/s/a.css")));
  }

  @Test
  void parallel_tag() throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      PebbleEngine engine = builder().executorService(threads).build();
      String template =
          "{% for p in list %}{% parallel %}{{ p | autoversion }} {% endparallel %}{% endfor %}";
      List<String> list = List.of("/s/a.css", "/s/b.js", "/s/no.js", "/s/a.css");
      assertEquals(
          "/s/a.css?v=3fc4ccfe7458 /s/b.js?v=8b5b9db0c13d /s/no.js /s/a.css?v=3fc4ccfe7458 ",
          render(engine, template, Map.of("list", list)));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void cache_tag_keepsTheOldUrl() throws IOException {
    Autoversion autoversion = autoversion().build();
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(loader(Map.of("page", "{% cache 'head' %}{{ p | autoversion }}{% endcache %}")))
            .extension(new AutoversionExtension(autoversion))
            .build();
    assertEquals("/s/a.css?v=3fc4ccfe7458", render(engine, Map.of("p", "/s/a.css")));
    Files.writeString(site.resolve("a.css"), "three");
    autoversion.invalidate();
    assertEquals("/s/a.css?v=8b5b9db0c13d", autoversion.url("/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", render(engine, Map.of("p", "/s/a.css")));
    engine.getTagCache().invalidateAll();
    assertEquals("/s/a.css?v=8b5b9db0c13d", render(engine, Map.of("p", "/s/a.css")));
  }

  @Test
  void registration_lastOneCounts() throws IOException {
    PebbleEngine engine =
        builder()
            .extension(
                new AutoversionExtension(autoversion().placement(Placement.fileName()).build()))
            .build();
    assertEquals(
        "/s/a-3fc4ccfe7458.css /s/a-3fc4ccfe7458.css",
        render(engine, "{{ '/s/a.css' | autoversion }} {{ autoversion('/s/a.css') }}", Map.of()));
  }

  @Test
  void extension_sharedByTwoEngines() throws IOException {
    AutoversionExtension extension = new AutoversionExtension(autoversion().build());
    PebbleEngine html = engine(extension, true);
    PebbleEngine plain = engine(extension, false);
    Map<String, Object> model = Map.of("p", "/s/a.css?x=1");
    assertEquals("/s/a.css?x=1&amp;v=3fc4ccfe7458", render(html, model));
    assertEquals("/s/a.css?x=1&v=3fc4ccfe7458", render(plain, model));
  }
}
