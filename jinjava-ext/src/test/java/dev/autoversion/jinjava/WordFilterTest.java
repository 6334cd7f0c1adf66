package dev.autoversion.jinjava;

import static dev.autoversion.jinjava.Engines.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.TemplateError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFilterTest {
  private static final String LINK =
      "<link rel=\"preload\" href=\"/s/a.css?x=1&amp;v=3fc4ccfe7458\" as=\"style\" nonce=\"a&amp;b\">";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ preload('/s/a.css?x=1', {'nonce': n}) }}",
        "{{ '/s/a.css?x=1'|preload({'nonce': n}) }}",
        "{{ ['/s/a.css?x=1']|preload({'nonce': n, 'data-no': false}) }}",
        "{{ preload('/s/a.css?x=1'|safe, {'nonce': n}) }}",
        "{% set tag = preload('/s/a.css?x=1', {'nonce': n}) %}{{ tag }}",
      })
  void tags_escapedOnce(String template) throws IOException {
    for (JinjavaConfig.Builder config : Engines.filterPaths()) {
      Jinjava escaping = Engines.escapingEngine(Engines.site(root).build(), config);
      assertEquals(LINK, escaping.render(template, Map.of("n", "a&b")));
      Jinjava plain = Engines.engine(Engines.site(root).build(), config);
      assertEquals(LINK, plain.render(template, Map.of("n", "a&b")));
    }
  }

  /** What a page prints is rendered once more by default. */
  @Test
  void tags_holdNoTemplate() throws IOException {
    Jinjava jinjava = Engines.engine(Engines.site(root).build(), JinjavaConfig.newBuilder());
    assertEquals(
        "<link rel=\"preload\" href=\"" + A + "\" as=\"style\" nonce=\"&#123;&#123; 1 + 1 }}\">",
        jinjava.render("{{ preload('/s/a.css', {'nonce': n}) }}", Map.of("n", "{{ 1 + 1 }}")));
  }

  @Test
  void srcset_safeStaysSafe() throws IOException {
    Jinjava jinjava =
        Engines.escapingEngine(Engines.site(root).build(), JinjavaConfig.newBuilder());
    assertEquals(
        "/s/a.css?x=1&v=3fc4ccfe7458 2x",
        jinjava.render("{{ '/s/a.css?x=1 2x'|safe|srcset }}", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ '/s/a.css'|integrity('x') }} ~ integrity takes one text and nothing else; remove 'x'",
        "{{ srcset('/s/a.css', 2) }} ~ srcset takes one text and nothing else; remove '2'",
        "{{ preload('/s/a.css', {}, 'y') }} ~ preload takes a reference or a list of them, a map"
            + " of attributes and nothing else; remove 'y'",
        "{{ preload('/s/a.css', nonce='n') }} ~ preload takes a reference or a list of them, a map"
            + " of attributes and nothing else; remove nonce=",
      })
  void arguments_refused(String template, String message) throws IOException {
    Jinjava jinjava = Engines.engine(Engines.site(root).build(), JinjavaConfig.newBuilder());
    TemplateError error = Engines.error(jinjava, template, Map.of());
    assertTrue(error.getMessage().contains(message), error.getMessage());
    assertEquals(1, error.getLineno());
  }
}
