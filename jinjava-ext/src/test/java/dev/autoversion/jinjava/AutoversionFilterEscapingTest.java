package dev.autoversion.jinjava;

import static dev.autoversion.jinjava.Engines.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.objects.SafeString;
import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text stays text and safe text safe, however the engine calls its filters. */
class AutoversionFilterEscapingTest {
  private static final Map<String, Object> MODEL = Map.of("q", "/s/a.css?x=1&y='2'");

  @TempDir Path root;

  private Autoversion autoversion() throws IOException {
    return Engines.site(root).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "false | autoversion          | /s/a.css?x=1&y='2'&v=3fc4ccfe7458",
        "false | safe,autoversion     | /s/a.css?x=1&y='2'&v=3fc4ccfe7458",
        "false | autoversion,escape   | /s/a.css?x=1&amp;y=&#39;2&#39;&amp;v=3fc4ccfe7458",
        "true  | autoversion          | /s/a.css?x=1&amp;y=&#39;2&#39;&amp;v=3fc4ccfe7458",
        "true  | autoversion,safe     | /s/a.css?x=1&y='2'&v=3fc4ccfe7458",
        "true  | safe,autoversion     | /s/a.css?x=1&y='2'&v=3fc4ccfe7458",
        "true  | safe,autoversion,autoversion | /s/a.css?x=1&y='2'&v=3fc4ccfe7458",
        "true  | autoversion,urlencode | %2Fs%2Fa.css%3Fx%3D1%26y%3D%272%27%26v%3D3fc4ccfe7458",
      })
  void escaping_sameOnBothFilterPaths(boolean on, String filters, String html) throws IOException {
    String template = "{{ q|" + filters.replace(",", "|") + " }}";
    for (JinjavaConfig.Builder config : Engines.filterPaths()) {
      Jinjava jinjava = Engines.engine(autoversion(), config);
      jinjava.getGlobalContext().setAutoEscape(on);
      assertEquals(html, jinjava.render(template, MODEL));
    }
  }

  @Test
  void escaping_block() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    String template = "{% autoescape %}{{ q|autoversion }}{% endautoescape %} {{ q|autoversion }}";
    assertEquals(
        "/s/a.css?x=1&amp;y=&#39;2&#39;&amp;v=3fc4ccfe7458 /s/a.css?x=1&y='2'&v=3fc4ccfe7458",
        jinjava.render(template, MODEL));
  }

  // The engine's own filter returns text that is not safe, so that it is escaped once more.
  @Test
  void escaping_escapeFilterUnderAutoescape() throws IOException {
    Jinjava jinjava = Engines.escapingEngine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals("a&amp;amp;b", jinjava.render("{{ 'a&b'|escape }}", MODEL));
    assertEquals(
        "/s/a.css?x=1&amp;amp;v=3fc4ccfe7458",
        jinjava.render("{{ '/s/a.css?x=1'|autoversion|escape }}", MODEL));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void safeString_staysSafe(boolean chains) throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), Engines.filterChains(chains));
    Object url =
        jinjava
            .renderForResult("{% set u = '/s/a.css'|safe|autoversion %}", Map.of())
            .getContext()
            .get("u");
    assertEquals(A, assertInstanceOf(SafeString.class, url).getValue());
  }

  @Test
  void safeString_aroundNull() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals(
        "none",
        jinjava.render("{{ p|autoversion|default('none') }}", Map.of("p", new SafeString(null))));
  }

  @Test
  void plainString_staysPlain() throws IOException {
    AutoversionFilter filter = new AutoversionFilter(autoversion());
    Jinjava jinjava = new Jinjava();
    assertEquals(A, filter.filter("/s/a.css", jinjava.newInterpreter()));
  }
}
