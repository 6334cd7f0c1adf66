package dev.autoversion.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Pebble's escaper and its filter blocks do to a versioned URL. */
class EscapingTest extends Pages {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "html,      /s/a.css?x=1&amp;y=&#39;&amp;v=3fc4ccfe7458",
        "js,        /s/a.css?x=1\\x26y=\\'\\x26v=3fc4ccfe7458",
        "json,      /s/a.css?x=1\\u0026y='\\u0026v=3fc4ccfe7458",
        "css,       \\/s\\/a\\.css\\?x\\=1\\&y\\=\\'\\&v\\=3fc4ccfe7458",
        "url_param, /s/a.css?x%3D1%26y%3D'%26v%3D3fc4ccfe7458",
      })
  void autoescape_eachStrategy(String strategy, String escaped) throws IOException {
    String filter = "{% autoescape '" + strategy + "' %}{{ p | autoversion }}{% endautoescape %}";
    String function = "{% autoescape '" + strategy + "' %}{{ autoversion(p) }}{% endautoescape %}";
    Map<String, Object> model = Map.of("p", "/s/a.css?x=1&y='");
    assertEquals(escaped, render(filter, model));
    assertEquals(escaped, render(function, model));
  }

  @Test
  void autoescape_off() throws IOException {
    Map<String, Object> model = Map.of("p", "/s/a.css?x=1&y='");
    String url = "/s/a.css?x=1&y='&v=3fc4ccfe7458";
    assertEquals(
        url, render("{% autoescape false %}{{ p | autoversion }}{% endautoescape %}", model));
    PebbleEngine plain = builder().autoEscaping(false).build();
    assertEquals(url, render(plain, "{{ p | autoversion }}", model));
    assertEquals(
        "/s/a.css?x=1&amp;y=&#39;&amp;v=3fc4ccfe7458",
        render(plain, "{% autoescape 'html' %}{{ p | autoversion }}{% endautoescape %}", model));
  }

  @ParameterizedTest
  @CsvSource({
    "'{{ p | autoversion | raw }}',        /s/a.css?x=1&v=3fc4ccfe7458",
    "'{{ p | raw | autoversion }}',        /s/a.css?x=1&amp;v=3fc4ccfe7458",
    "'{{ autoversion(p) }}',               /s/a.css?x=1&amp;v=3fc4ccfe7458",
    "'{{ autoversion(p) | raw }}',         /s/a.css?x=1&v=3fc4ccfe7458",
    "'{{ autoversion(p | raw) }}',         /s/a.css?x=1&v=3fc4ccfe7458",
    "'{{ p | autoversion | escape }}',     /s/a.css?x=1&amp;v=3fc4ccfe7458",
    "'{{ p | autoversion | escape(strategy=\"js\") }}', /s/a.css?x=1\\x26v=3fc4ccfe7458",
    "'{{ true ? autoversion(p) : p }}',    /s/a.css?x=1&amp;v=3fc4ccfe7458",
  })
  void raw_onlyWhereAskedFor(String template, String html) throws IOException {
    assertEquals(html, render(template, Map.of("p", "/s/a.css?x=1")));
  }

  @Test
  void literal_escaped() throws IOException {
    String html = "/s/a.css?x=1&amp;v=3fc4ccfe7458";
    assertEquals(html, render("{{ '/s/a.css?x=1' | autoversion }}", Map.of()));
    assertEquals(html, render("{{ autoversion('/s/a.css?x=1') }}", Map.of()));
  }

  @Test
  void filterBlock_text() throws IOException {
    String html = render("{% filter autoversion %}/s/a.css{% endfilter %}", Map.of());
    assertEquals("/s/a.css?v=3fc4ccfe7458", html);
  }

  @Test
  void filterBlock_variableInside_escapedOnce() throws IOException {
    String template = "{% filter autoversion %}/s/{{ name }}?x=1&y={{ y }}{% endfilter %}";
    String html = render(template, Map.of("name", "a.css", "y", "'"));
    assertEquals("/s/a.css?x=1&amp;y=&#39;&amp;v=3fc4ccfe7458", html);
  }

  @Test
  void filterBlock_blanksBelongToTheText() throws IOException {
    String blanks = "{% filter autoversion %} /s/a.css {% endfilter %}";
    assertEquals(" /s/a.css ", render(blanks, Map.of()));
    String trimmed = "{% filter trim | autoversion %} /s/a.css\n {% endfilter %}";
    assertEquals("/s/a.css?v=3fc4ccfe7458", render(trimmed, Map.of()));
    String controlled = "{% filter autoversion -%}\n  /s/a.css\n  {%- endfilter %}";
    assertEquals("/s/a.css?v=3fc4ccfe7458", render(controlled, Map.of()));
  }

  @Test
  void filterBlock_markup_unchanged() throws IOException {
    String template = "{% filter autoversion | raw %}<a href=\"/s/a.css\">{% endfilter %}";
    assertEquals("<a href=\"/s/a.css\">", render(template, Map.of()));
  }

  @Test
  void list_elementsEscaped() throws IOException {
    String template = "{% for p in list | autoversion %}{{ p }} {% endfor %}";
    assertEquals(
        "/s/a.css?x=1&amp;v=3fc4ccfe7458 ",
        render(template, Map.of("list", List.of("/s/a.css?x=1"))));
  }
}
