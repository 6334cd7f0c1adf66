package dev.autoversion.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagFunctionTest extends Pages {
  private static final String LINK =
      "<link rel=\"preload\" href=\"/s/a.css?x=1&amp;v=3fc4ccfe7458\" as=\"style\" nonce=\"a&amp;b\">";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ preload('/s/a.css?x=1', {'nonce': n}) }}",
        "{{ preload(reference='/s/a.css?x=1', attributes={'nonce': n}) }}",
        "{{ preload('/s/a.css?x=1' | raw, {'nonce': n | raw}) }}",
        "{{ preload('/s/a.css?x=1', {'nonce': n}) | raw }}",
        "{% set tag = preload('/s/a.css?x=1', {'nonce': n}) %}{{ tag }}",
        "{% autoescape false %}{{ preload('/s/a.css?x=1', {'nonce': n}) }}{% endautoescape %}",
      })
  void tags_escapedOnce(String template) throws IOException {
    assertEquals(LINK, render(template, Map.of("n", "a&b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ preload() }}   | preload needs a reference, as in preload(\"/static/app.css\") (page:1)",
        "{{ integrity() }} | integrity needs a reference, as in integrity(\"/static/app.css\") (page:1)",
        "{{ preload('/s/a.css', nonce='n') }}"
            + " | The following named argument does not exist: nonce (page:1)",
      })
  void arguments_refused(String template, String message) {
    PebbleException e = failure(template, Map.of());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
