package dev.autoversion.jinjava;

import static dev.autoversion.jinjava.Engines.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.doc.JinjavaDocFilter;
import com.hubspot.jinjava.doc.JinjavaDocFunction;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoversionJinjavaTest {
  @TempDir Path root;

  private Autoversion autoversion() throws IOException {
    return Engines.site(root).build();
  }

  @Test
  void install_secondReplacesFirstAndSaysSo() throws IOException {
    Autoversion first = autoversion();
    Autoversion second = Engines.site(root).placement(Placement.fileName()).build();
    Jinjava jinjava = new Jinjava();
    assertEquals(List.of(), CapturedLog.of(() -> AutoversionJinjava.install(jinjava, first)));
    assertEquals(
        List.of(
            "this engine already had a filter 'autoversion', which is replaced; install one"
                + " only"),
        CapturedLog.of(() -> AutoversionJinjava.install(jinjava, second)));
    assertEquals(
        "/s/a-3fc4ccfe7458.css /s/a-3fc4ccfe7458.css",
        jinjava.render("{{ '/s/a.css'|autoversion }} {{ autoversion('/s/a.css') }}", Map.of()));
  }

  @Test
  void install_replacesFunctionAndSaysSo() throws Exception {
    Autoversion autoversion = autoversion();
    Jinjava jinjava = new Jinjava();
    jinjava.registerFunction(
        new ELFunctionDefinition("", "autoversion", String.class, "valueOf", Object.class));
    assertEquals(
        List.of(
            "this engine already had a function 'autoversion', which is replaced; install one"
                + " only"),
        CapturedLog.of(() -> AutoversionJinjava.install(jinjava, autoversion)));
    assertEquals(A, jinjava.render("{{ autoversion('/s/a.css') }}", Map.of()));
  }

  @Test
  void install_leavesOtherWordsAlone() throws Exception {
    Autoversion autoversion = autoversion();
    Jinjava jinjava = new Jinjava();
    jinjava.registerFunction(
        new ELFunctionDefinition("", "preload", String.class, "valueOf", Object.class));
    jinjava.registerFilter(new MineFilter());
    assertEquals(
        List.of(
            "this engine already has a filter 'srcset', which is left as it is;"
                + " autoversion's of that name is not there",
            "this engine already has a function 'preload', which is left as it is;"
                + " autoversion's of that name is not there"),
        CapturedLog.of(() -> AutoversionJinjava.install(jinjava, autoversion)));
    String link = "<link rel=\"preload\" href=\"" + A + "\" as=\"style\">";
    assertEquals(
        "mine /s/a.css " + A + " 2x " + link,
        jinjava.render(
            "{{ 'x'|srcset }} {{ preload('/s/a.css') }} {{ srcset('/s/a.css 2x') }}"
                + " {{ '/s/a.css'|preload }}",
            Map.of()));
  }

  /** A filter of the application's own. */
  private static final class MineFilter implements Filter {
    @Override
    public String getName() {
      return "srcset";
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, String... args) {
      return "mine";
    }
  }

  @Test
  void install_inTheEnginesOwnDocumentation() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    JinjavaDocFilter filter = jinjava.getJinjavaDoc().getFilters().get("autoversion");
    JinjavaDocFunction function = jinjava.getJinjavaDoc().getFunctions().get("autoversion");
    String says =
        "Puts a version into the URL of a static asset, so that it may be cached for ever.";
    assertEquals(says, filter.getDesc());
    assertEquals(says, function.getDesc());
    assertEquals("reference", filter.getInputs()[0].getName());
    assertEquals("reference", function.getParams()[0].getName());
    assertEquals("{{ \"/static/a.css\"|autoversion }}", filter.getSnippets()[0].getCode());
    assertEquals("{{ autoversion(\"/static/a.css\") }}", function.getSnippets()[0].getCode());
    assertEquals("/static/a.css?v=9f3c2ab1d04e", function.getSnippets()[0].getOutput());
  }

  // What a template can reach. The engine lets it have any filter, as an object, by the name
  // 'filter:autoversion', and a version before 2.8 the context as well.

  private static final String FILTER = "{}['filter:autoversion']";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        FILTER + ".name ~ autoversion",
        FILTER + "|tojson ~ {\"name\":\"autoversion\"}",
        FILTER + ".filter('/s/a.css', ____int3rpr3t3r____) ~ " + A,
        FILTER + "|attr('autoversion') ~ ''",
        FILTER + ".autoversion ~ ''",
        FILTER + ".class ~ ''",
        FILTER + ".class.classLoader ~ ''",
        FILTER + ".getClass() ~ ''",
        FILTER + ".getClass().getClassLoader() ~ ''",
        FILTER + ".getDeclaringClass() ~ ''",
        "autoversion ~ ''",
        "autoversion.class ~ ''",
        "autoversion.autoversion ~ ''",
        "autoversion.getClass() ~ ''",
        "autoversion('/s/a.css').class ~ ''",
        "autoversion('/s/a.css').getClass() ~ ''",
        "('/s/a.css'|autoversion).getClass().forName('java.lang.Runtime') ~ ''",
        "(['/s/a.css']|autoversion).class ~ ''",
        "(['/s/a.css']|autoversion).getClass() ~ ''",
        "____int3rpr3t3r____.context.getFilter('autoversion').autoversion ~ ''",
        "____int3rpr3t3r____.context.getFilter('autoversion').class ~ ''",
        "____int3rpr3t3r____.context.getFunction(':autoversion').method.declaringClass ~ ''",
        "____int3rpr3t3r____.context.getFunction(':autoversion').getMethod() ~ ''",
      })
  void sandbox_nothingBehindTheWord(String expression, String output) throws IOException {
    for (JinjavaConfig.Builder config : Engines.filterPaths()) {
      Jinjava jinjava = Engines.engine(autoversion(), config);
      RenderResult result = jinjava.renderForResult("{{ " + expression + " }}", Map.of());
      assertEquals(output.equals("''") ? "" : output, result.getOutput());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "|pprint", "|string", ".toString()"})
  void sandbox_filterPrintsNoSetting(String how) throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    String output = jinjava.render("{{ " + FILTER + how + " }}", Map.of());
    assertTrue(output.contains("AutoversionFilter"), output);
    assertFalse(output.contains(root.toString()), output);
    assertFalse(output.contains("dev.autoversion.Autoversion@"), output);
  }

  @Test
  void sandbox_restrictedNamesDoNoHarm() throws IOException {
    Jinjava jinjava =
        Engines.engine(
            autoversion(),
            JinjavaConfig.newBuilder()
                .withReadOnlyResolver(true)
                .withRestrictedMethods(Set.of("url", "autoversion", "getName", "toString"))
                .withRestrictedProperties(Set.of("url", "autoversion", "name")));
    String template = "{{ '/s/a.css'|autoversion }} {{ autoversion('/s/a.css') }}";
    assertEquals(A + " " + A, jinjava.render(template, Map.of()));
  }

  @Test
  void sandbox_templateCannotReplaceTheFilter() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    jinjava.renderForResult(
        "{% set autoversion = 'x' %}{% do "
            + FILTER
            + ".put('name', 'x') %}"
            + "{% macro autoversion(u) %}x{% endmacro %}",
        Map.of());
    String template = "{{ '/s/a.css'|autoversion }} {{ autoversion('/s/a.css') }}";
    assertEquals(A + " " + A, jinjava.render(template, Map.of()));
  }
}
