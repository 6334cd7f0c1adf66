package dev.autoversion.jinjava;

import static dev.autoversion.jinjava.Engines.A;
import static dev.autoversion.jinjava.Engines.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.DeferredValue;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateError.ErrorReason;
import com.hubspot.jinjava.interpret.TemplateError.ErrorType;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.mode.EagerExecutionMode;
import com.hubspot.jinjava.objects.SafeString;
import dev.autoversion.Autoversion;
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

class AutoversionFunctionTest {
  @TempDir Path root;

  private Autoversion autoversion() throws IOException {
    return Engines.site(root).build();
  }

  @Test
  void function_safeArgumentStaysSafe() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    Object url =
        jinjava
            .renderForResult("{% set u = autoversion('/s/a.css'|safe) %}", Map.of())
            .getContext()
            .get("u");
    assertEquals(A, assertInstanceOf(SafeString.class, url).getValue());
  }

  @Test
  void function_arrayIsOneArgument() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    Map<String, Object> model = Map.of("array", new String[] {"/s/a.css", "/s/b.js"});
    assertEquals(A + " " + B, jinjava.render("{{ autoversion(array)|join(' ') }}", model));
  }

  @Test
  void function_withoutReference() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    TemplateError error = Engines.error(jinjava, "{{ autoversion() }}", Map.of());
    assertEquals("Parameters for function 'autoversion' do not match", error.getMessage());
  }

  @Test
  void function_everywhere() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    Map<String, String> templates =
        Map.of(
            "part", "{{ autoversion('/s/a.css') }}",
            "macros", "{% macro link(u) %}{{ autoversion(u) }}{% endmacro %}",
            "base", "{% block b %}{% endblock %}");
    jinjava.setResourceLocator((name, encoding, interpreter) -> templates.get(name));
    for (String page :
        List.of(
            "{% include 'part' %}",
            "{% import 'macros' as m %}{{ m.link('/s/a.css') }}",
            "{% from 'macros' import link %}{{ link('/s/a.css') }}",
            "{% extends 'base' %}{% block b %}{{ autoversion('/s/a.css') }}{% endblock %}",
            "{% for u in ['/s/a.css'] %}{{ autoversion(u) }}{% endfor %}",
            "{% set u = autoversion('/s/a.css') %}{{ u }}",
            "{% if autoversion('/s/a.css') %}{{ autoversion('/s/a.css') }}{% endif %}",
            "{% call outer() %}{{ autoversion('/s/a.css') }}{% endcall %}")) {
      String macro = "{% macro outer() %}{{ caller() }}{% endmacro %}";
      assertEquals(A, jinjava.render(macro + page, Map.of()), page);
    }
  }

  @Test
  void function_variableOfThatNameDoesNotHideIt() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    String template = "{% set autoversion = 'x' %}{{ autoversion('/s/a.css') }}";
    assertEquals(A, jinjava.render(template, Map.of()));
  }

  @Test
  void function_macroOfThatNameHidesItInItsPageOnly() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    String macro = "{% macro autoversion(u) %}mine{% endmacro %}{{ autoversion('/s/a.css') }}";
    assertEquals("mine", jinjava.render(macro, Map.of()));
    assertEquals(A, jinjava.render("{{ autoversion('/s/a.css') }}", Map.of()));
  }

  // Several engines

  /** Renders with another engine in the middle of a page. */
  public static final class Widget {
    private final Jinjava jinjava;

    Widget(Jinjava jinjava) {
      this.jinjava = jinjava;
    }

    public String getHtml() {
      return jinjava.render("{{ autoversion('/s/a.css') }} {{ '/s/a.css'|autoversion }}", Map.of());
    }
  }

  @Test
  void engines_oneInsideTheOther() throws IOException {
    Jinjava query = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    Jinjava fileName =
        Engines.engine(
            Engines.site(root).placement(Placement.fileName()).build(), JinjavaConfig.newBuilder());
    String template = "{{ autoversion(p) }} {{ widget.html }} {{ autoversion(p) }}";
    Map<String, Object> model = Map.of("p", "/s/a.css", "widget", new Widget(fileName));
    assertEquals(
        A + " /s/a-3fc4ccfe7458.css /s/a-3fc4ccfe7458.css " + A, query.render(template, model));
  }

  @Test
  void engines_functionWithoutFilter() {
    Jinjava jinjava = new Jinjava();
    jinjava.registerFunction(Functions.definition("autoversion"));
    TemplateError error = Engines.error(jinjava, "{{ autoversion('/s/a.css') }}", Map.of());
    assertEquals(
        "this context has no filter 'autoversion'; call AutoversionJinjava.install(...)",
        error.getMessage());
  }

  /** Whoever registers another filter of that name after ours means both words. */
  @Test
  void engines_functionWithAnotherFilter() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    jinjava.registerFilter(new Exclaiming());
    assertEquals("/s/a.css!", jinjava.render("{{ autoversion('/s/a.css') }}", Map.of()));
    assertEquals(
        "this context has no filter 'autoversion'; call AutoversionJinjava.install(...)",
        Engines.error(jinjava, "{{ integrity('/s/a.css') }}", Map.of()).getMessage());
  }

  private static final class Exclaiming implements Filter {
    @Override
    public String getName() {
      return "autoversion";
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
      return value + "!";
    }
  }

  // Disabled

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void disabledFilter_functionWorks(boolean chains) throws IOException {
    Jinjava jinjava =
        Engines.engine(
            autoversion(),
            Engines.filterChains(chains)
                .withDisabled(Map.of(Library.FILTER, Set.of("autoversion"))));
    TemplateError error = Engines.error(jinjava, "{{ '/s/a.css'|autoversion }}", Map.of());
    assertEquals(ErrorType.FATAL, error.getSeverity());
    assertEquals(ErrorReason.DISABLED, error.getReason());
    assertEquals("'autoversion' is disabled in this context", error.getMessage());
    String template =
        "{% macro link(u) %}{{ autoversion(u) }}{% endmacro %}"
            + "{% for u in ['/s/a.css', '/s/b.js'] %}{{ link(u) }} {% endfor %}";
    assertEquals(A + " " + B + " ", jinjava.render(template, Map.of()));
  }

  @Test
  void disabledFunction_filterWorks() throws IOException {
    Jinjava jinjava =
        Engines.engine(
            autoversion(),
            JinjavaConfig.newBuilder()
                .withDisabled(Map.of(Library.FUNCTION, Set.of(":autoversion"))));
    TemplateError error = Engines.error(jinjava, "{{ autoversion('/s/a.css') }}", Map.of());
    assertEquals(ErrorReason.DISABLED, error.getReason());
    assertEquals("':autoversion' is disabled in this context", error.getMessage());
    assertEquals(A, jinjava.render("{{ '/s/a.css'|autoversion }}", Map.of()));
    assertEquals("[" + A + "]", jinjava.render("{{ ['/s/a.css']|map('autoversion') }}", Map.of()));
  }

  // Two passes: what is deferred in the first is rendered in the second

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "{{ late|autoversion }} ~ {{ filter:autoversion.filter(late, ____int3rpr3t3r____) }}",
        "{{ autoversion(late) }} ~ {{ autoversion(late) }}",
        "{{ [late]|autoversion|first }} ~ {{ filter:first.filter("
            + "filter:autoversion.filter([late], ____int3rpr3t3r____), ____int3rpr3t3r____) }}",
        "{% for u in [late] %}{{ autoversion(u) }}{% endfor %}"
            + " ~ {% for u in [late] %}{{ autoversion(u) }}{% endfor %}",
      })
  void eager_deferredIsWrittenAgain(String template, String firstPass) throws IOException {
    assertEquals(firstPass, eagerly(template));
    Jinjava second = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    assertEquals(A, second.render(firstPass, Map.of("late", "/s/a.css")));
  }

  @Test
  void eager_constantIsVersionedInTheFirstPass() throws IOException {
    assertEquals(
        "{% if late %}" + A + " " + A + "{% endif %}",
        eagerly("{% if late %}{{ '/s/a.css'|autoversion }} {{ autoversion(p) }}{% endif %}"));
  }

  private String eagerly(String template) throws IOException {
    Map<String, Object> model = Map.of("p", "/s/a.css", "late", DeferredValue.instance());
    Jinjava classic =
        Engines.engine(
            autoversion(),
            JinjavaConfig.newBuilder().withExecutionMode(EagerExecutionMode.instance()));
    return classic.render(template, model);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ late|autoversion }}",
        "{{ autoversion(late) }}",
        "{{ ['/s/b.js', late]|autoversion|last }}",
        "{% if late %}{{ '/s/a.css'|autoversion }}{% endif %}",
      })
  void usualMode_deferredIsLeftAlone(String template) throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    String firstPass = jinjava.render(template, Map.of("late", DeferredValue.instance()));
    assertEquals(template, firstPass);
    assertEquals(A, jinjava.render(firstPass, Map.of("late", "/s/a.css")));
  }
}
