package dev.autoversion.jinjava;

import static dev.autoversion.jinjava.Engines.A;
import static dev.autoversion.jinjava.Engines.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.objects.SafeString;
import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoversionFilterTest {
  private static final Map<String, Object> MODEL =
      Map.of("name", "a.css", "list", List.of("/s/a.css", "/s/b.js"));

  @TempDir Path root;

  private Autoversion autoversion() throws IOException {
    return Engines.site(root).build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void list_keepsNullsAndNumbers(boolean chains) throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), Engines.filterChains(chains));
    Map<String, Object> model = Map.of("list", Arrays.asList("/s/a.css", null, 3, "/owners/12"));
    assertEquals(
        "[" + A + ", null, 3, /owners/12]", jinjava.render("{{ list|autoversion }}", model));
    assertEquals(
        "[" + A + ", null, 3, /owners/12]", jinjava.render("{{ list|map('autoversion') }}", model));
  }

  @Test
  void list_setsAndArraysAndLiterals() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    Map<String, Object> model =
        Map.of(
            "set",
            new LinkedHashSet<>(List.of("/s/a.css", "/s/b.js")),
            "array",
            new String[] {"/s/a.css", "/s/b.js"});
    String both = A + " " + B;
    assertEquals(both, jinjava.render("{{ set|autoversion|join(' ') }}", model));
    assertEquals(both, jinjava.render("{{ array|autoversion|join(' ') }}", model));
    assertEquals(
        both, jinjava.render("{{ ['/s/a.css', '/s/b.js']|autoversion|join(' ') }}", model));
  }

  /** Jinjava's own {@code for} takes any of them; a path is one of its own elements. */
  @Test
  void list_anyIterable() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    Iterable<String> files = List.of("/s/a.css", "/s/b.js")::iterator;
    Map<String, Object> model = Map.of("files", files, "path", Path.of("/s/a.css"));
    assertEquals(
        A + B, jinjava.render("{% for u in files|autoversion %}{{ u }}{% endfor %}", model));
    assertEquals(A, jinjava.render("{{ path|autoversion }}", model));
    assertEquals("[" + A + "]", jinjava.render("{{ [path]|autoversion }}", model));
  }

  @Test
  void list_safeElementsStaySafe() throws IOException {
    Jinjava jinjava = Engines.escapingEngine(autoversion(), JinjavaConfig.newBuilder());
    Map<String, Object> model = Map.of("list", List.of(new SafeString("/s/a.css?x=1"), "/s/b.js"));
    assertEquals(
        "/s/a.css?x=1&v=3fc4ccfe7458 /s/b.js?v=8b5b9db0c13d ",
        jinjava.render("{% for u in list|autoversion %}{{ u }} {% endfor %}", model));
  }

  @Test
  void list_insideList() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals("[[/s/a.css]]", jinjava.render("{{ [['/s/a.css']]|autoversion }}", Map.of()));
    assertEquals(
        "[[" + A + "]]", jinjava.render("{{ [['/s/a.css']]|map('autoversion') }}", Map.of()));
    Map<String, Object> model = Map.of("array", new int[][] {{1}});
    assertEquals("1", jinjava.render("{{ (array|autoversion)[0][0] }}", model));
  }

  // One list of two that are the same list of two …, sixty deep: 2^60 elements.
  @Test
  void list_thatDescribesTooMuch() throws IOException {
    List<Object> list = new ArrayList<>(List.of("/s/a.css"));
    for (int i = 0; i < 60; i++) {
      list = new ArrayList<>(List.of(list, list));
    }
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals("2", jinjava.render("{{ list|autoversion|length }}", Map.of("list", list)));
  }

  @Test
  void list_thatContainsItself() throws IOException {
    List<Object> list = new ArrayList<>(List.of("/s/a.css"));
    list.add(list);
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals(A, jinjava.render("{{ list|autoversion|first }}", Map.of("list", list)));
  }

  @Test
  void list_resultCanBeChanged() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    String template = "{% set l = list|autoversion %}{% do l.append('z') %}{{ l|join(' ') }}";
    assertEquals(A + " " + B + " z", jinjava.render(template, MODEL));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void otherTypes(boolean chains) throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), Engines.filterChains(chains));
    Map<String, Object> model =
        Map.of(
            "number", 42,
            "path", Path.of("/s/a.css"),
            "optional", Optional.of("/s/a.css"),
            "nothing", Optional.empty(),
            "map", Map.of("k", "/s/a.css"));
    assertEquals("42", jinjava.render("{{ number|autoversion }}", model));
    assertEquals("43", jinjava.render("{{ number|autoversion + 1 }}", model));
    assertEquals(A, jinjava.render("{{ path|autoversion }}", model));
    assertEquals(A, jinjava.render("{{ optional|autoversion }}", model));
    assertEquals("", jinjava.render("{{ nothing|autoversion }}", model));
    assertEquals("{k=/s/a.css}", jinjava.render("{{ map|autoversion }}", model));
    assertEquals("true", jinjava.render("{{ true|autoversion }}", model));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'/s/' ~ name FILTER   | /s/a.css",
        "'/s/' + name FILTER   | /s/a.css",
        "('/s/' ~ name) FILTER | /s/a.css?v=3fc4ccfe7458",
        "('/s/' + name) FILTER | /s/a.css?v=3fc4ccfe7458",
        "('/s/a.css' FILTER) ~ '#x' | /s/a.css?v=3fc4ccfe7458#x",
      })
  void concatenation_bindsLooserThanFilter(String expression, String html) throws IOException {
    String template = "{{ " + expression.replace("FILTER", "|autoversion") + " }}";
    for (JinjavaConfig.Builder config : Engines.filterPaths()) {
      assertEquals(html, Engines.engine(autoversion(), config).render(template, MODEL));
    }
  }

  // The engine's default: what an expression prints is taken as a template once more.
  @Test
  void nestedInterpretation_afterVersioning() throws IOException {
    Map<String, Object> model = Map.of("p", "/s/a.css?{{ 7 * 7 }}");
    Jinjava on = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals("/s/a.css?49&v=3fc4ccfe7458", on.render("{{ p|autoversion }}", model));
    Jinjava off =
        Engines.engine(
            autoversion(), JinjavaConfig.newBuilder().withNestedInterpretationEnabled(false));
    assertEquals("/s/a.css?{{ 7 * 7 }}&v=3fc4ccfe7458", off.render("{{ p|autoversion }}", model));
  }

  @Test
  void filterAlone_hasNoFunction() throws IOException {
    Jinjava jinjava = new Jinjava();
    jinjava.registerFilter(new AutoversionFilter(autoversion()));
    assertEquals(A, jinjava.render("{{ '/s/a.css'|autoversion }}", Map.of()));
    TemplateError error = Engines.error(jinjava, "{{ autoversion('/s/a.css') }}", Map.of());
    assertEquals("Could not resolve function 'autoversion'", error.getMessage());
  }

  @Test
  void constructor_null() {
    Autoversion none = null;
    assertThrows(NullPointerException.class, () -> new AutoversionFilter(none));
  }

  @Test
  void filter_null() throws IOException {
    AutoversionFilter filter = new AutoversionFilter(autoversion());
    assertNull(filter.filter((Object) null, new Jinjava().newInterpreter()));
  }
}
