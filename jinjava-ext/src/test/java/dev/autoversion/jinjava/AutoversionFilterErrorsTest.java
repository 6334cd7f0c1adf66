package dev.autoversion.jinjava;

import static dev.autoversion.jinjava.Engines.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.features.FeatureConfig;
import com.hubspot.jinjava.features.FeatureStrategies;
import com.hubspot.jinjava.interpret.FatalTemplateErrorsException;
import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateError.ErrorReason;
import com.hubspot.jinjava.interpret.TemplateError.ErrorType;
import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.MissingAssetException;
import dev.autoversion.OnMissing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that nobody takes, assets that are missing, variables that nobody set. */
class AutoversionFilterErrorsTest {
  private static final Map<String, Object> MODEL =
      Map.of("p", "/s/a.css", "list", List.of("/s/a.css", "/s/b.js"));

  @TempDir Path root;

  private Autoversion autoversion() throws IOException {
    return Engines.site(root).build();
  }

  private Jinjava strict(JinjavaConfig.Builder config) throws IOException {
    return Engines.engine(Engines.site(root).onMissing(OnMissing.FAIL).build(), config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "p FILTER('x')              | 'x'",
        "p FILTER(style='q')        | style=",
        "p FILTER('x', 2, style='q') | 'x', '2', style=",
        "p FILTER(list, none)       | argument 1, argument 2",
        "list MAP('autoversion', 'x') | 'x'",
        "autoversion(p, 'x', style='q') | 'x', style=",
        "autoversion(p, none)       | argument 1",
        "autoversion(url=p)         | url=",
      })
  void arguments_refusedByName(String expression, String named) throws IOException {
    String template =
        "x\n{{ " + expression.replace("FILTER", "|autoversion").replace("MAP", "|map") + " }}";
    for (JinjavaConfig.Builder config : Engines.filterPaths()) {
      Jinjava jinjava = Engines.engine(autoversion(), config);
      TemplateError error = Engines.error(jinjava, template, MODEL);
      assertEquals(
          "autoversion takes one reference and nothing else; remove " + named, error.getMessage());
      assertEquals(ErrorType.FATAL, error.getSeverity());
      assertEquals(ErrorReason.INVALID_ARGUMENT, error.getReason());
      assertEquals("autoversion", error.getFieldName());
      assertEquals(2, error.getLineno());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ '/s/aa.css'|autoversion }}",
        "{{ autoversion('/s/aa.css') }}",
        "{{ ['/s/a.css', '/s/aa.css']|autoversion }}",
        "{{ ['/s/aa.css']|map('autoversion') }}",
        "{% set u = '/s/aa.css'|autoversion %}",
        "{% if '/s/aa.css'|autoversion %}{% endif %}",
        "{% for u in ['/s/aa.css']|autoversion %}{% endfor %}",
        "{{ '/s/aa.css'|safe|autoversion|upper }}",
      })
  void missing_fatalErrorWithLine(String tag) throws IOException {
    for (JinjavaConfig.Builder config : Engines.filterPaths()) {
      Jinjava jinjava = strict(config);
      TemplateError error = Engines.error(jinjava, "one\ntwo\n" + tag, Map.of());
      assertEquals(ErrorType.FATAL, error.getSeverity());
      assertEquals(ErrorReason.INVALID_INPUT, error.getReason());
      assertEquals("autoversion", error.getFieldName());
      assertEquals(3, error.getLineno());
      assertEquals(missing("/s/aa.css", "/s/a.css"), error.getMessage());
    }
  }

  private String missing(String reference, String near) {
    return "no asset for '%s'; searched directory %s; did you mean '%s'?"
        .formatted(reference, root, near);
  }

  @Test
  void missing_everyOneIsCollectedAndRenderingGoesOn() throws IOException {
    Jinjava jinjava = strict(JinjavaConfig.newBuilder());
    var result =
        jinjava.renderForResult(
            "{{ '/s/aa.css'|autoversion }}\n{{ '/s/a.css'|autoversion }}\n"
                + "{{ '/s/bb.js'|autoversion }}",
            Map.of());
    assertEquals("\n" + A + "\n", result.getOutput());
    assertEquals(
        List.of(missing("/s/aa.css", "/s/a.css"), missing("/s/bb.js", "/s/b.js")),
        result.getErrors().stream().map(TemplateError::getMessage).toList());
    assertEquals(List.of(1, 3), result.getErrors().stream().map(TemplateError::getLineno).toList());
  }

  @Test
  void missing_insideOtherTemplates() throws IOException {
    Jinjava jinjava = strict(JinjavaConfig.newBuilder());
    Map<String, String> templates =
        Map.of(
            "part", "one\n{{ '/s/aa.css'|autoversion }}",
            "outer", "\n\n{% include 'part' %}",
            "macros", "{% macro link(u) %}\n\n{{ u|autoversion }}{% endmacro %}",
            "base", "one\n{{ '/s/aa.css'|autoversion }}{% block b %}{% endblock %}");
    jinjava.setResourceLocator((name, encoding, interpreter) -> templates.get(name));
    String missing = missing("/s/aa.css", "/s/a.css");
    Map<String, String> expected =
        Map.of(
            "{% include 'part' %}", "Error in `part` on line 2: " + missing,
            "{% include 'outer' %}", "Error in `part` on line 2: " + missing,
            "{% import 'macros' as m %}{{ m.link('/s/aa.css') }}",
                "Error in `macros` on line 3: " + missing,
            "{% from 'macros' import link %}{{ link('/s/aa.css') }}",
                "Error in `macros` on line 3: " + missing,
            "{% extends 'base' %}", "Error in `base` on line 2: " + missing);
    expected.forEach(
        (page, message) -> {
          TemplateError error = Engines.error(jinjava, page, Map.of());
          assertEquals(message, error.getMessage(), page);
          assertEquals(1, error.getLineno(), page); // the line of the page that includes it
        });
  }

  /** A text that is rendered as it is has no name, nor have the blocks in it. */
  @Test
  void missing_warningOfATextWithoutName() throws IOException {
    Jinjava jinjava =
        Engines.engine(
            Engines.site(root).onMissing(OnMissing.WARN).build(), JinjavaConfig.newBuilder());
    jinjava.setResourceLocator((name, encoding, interpreter) -> "{% block b %}{% endblock %}");
    String block = "{% block b %}{{ '/s/bb.js'|autoversion }}{% endblock %}";
    assertEquals(
        List.of("line 2: " + missing("/s/aa.css", "/s/a.css")),
        CapturedLog.of(() -> jinjava.render("\n{{ '/s/aa.css'|autoversion }}", Map.of())));
    assertEquals(
        List.of("line 2: " + missing("/s/bb.js", "/s/b.js")),
        CapturedLog.of(() -> jinjava.render("{% extends 'base' %}\n" + block, Map.of())));
  }

  @Test
  void missing_exceptionOfRender() throws IOException {
    Jinjava jinjava = strict(JinjavaConfig.newBuilder());
    FatalTemplateErrorsException e =
        assertThrows(
            FatalTemplateErrorsException.class,
            () -> jinjava.render("{{ '/s/aa.css'|autoversion }}", Map.of()));
    assertEquals(missing("/s/aa.css", "/s/a.css"), e.getMessage());
    Throwable first = e.getErrors().iterator().next().getException();
    assertInstanceOf(InvalidInputException.class, first);
    assertInstanceOf(MissingAssetException.class, first.getCause());
  }

  @Test
  void missing_keptByDefault() throws IOException {
    Jinjava jinjava = Engines.engine(autoversion(), JinjavaConfig.newBuilder());
    var result = jinjava.renderForResult("{{ '/s/aa.css'|autoversion }}", Map.of());
    assertEquals("/s/aa.css", result.getOutput());
    assertEquals(List.of(), result.getErrors());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void undefined_printsNothing(boolean chains) throws IOException {
    Jinjava jinjava = strict(Engines.filterChains(chains));
    assertEquals("", jinjava.render("{{ nowhere|autoversion }}", Map.of()));
    assertEquals("", jinjava.render("{{ nowhere.at.all|autoversion }}", Map.of()));
    assertEquals(A, jinjava.render("{{ nowhere|default('/s/a.css')|autoversion }}", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ nowhere|autoversion }}", "{{ autoversion(nowhere) }}"})
  void undefined_failOnUnknownTokens(String expression) throws IOException {
    Jinjava jinjava = strict(JinjavaConfig.newBuilder().withFailOnUnknownTokens(true));
    TemplateError error = Engines.error(jinjava, "x\n" + expression, Map.of());
    String token = expression.substring(3, expression.length() - 3);
    assertEquals("UnknownTokenException: Unknown token found: " + token, error.getMessage());
    assertEquals(2, error.getLineno());
    assertEquals(A, jinjava.render("{{ nowhere|default('/s/a.css')|autoversion }}", Map.of()));
  }

  @Test
  void undefined_reportedAsWarning() throws IOException {
    Engines.assumeVersion("2.8", "warnings of undefined variables");
    FeatureConfig features =
        FeatureConfig.newBuilder()
            .add("OUTPUT_UNDEFINED_VARIABLES_ERROR", FeatureStrategies.ACTIVE)
            .build();
    Jinjava jinjava = strict(JinjavaConfig.newBuilder().withFeatureConfig(features));
    List<TemplateError> errors =
        jinjava.renderForResult("{{ nowhere|autoversion }}", Map.of()).getErrors();
    assertEquals(
        List.of("Undefined variable: 'nowhere'"),
        errors.stream().map(TemplateError::getMessage).toList());
    assertEquals(ErrorType.WARNING, errors.get(0).getSeverity());
  }
}
