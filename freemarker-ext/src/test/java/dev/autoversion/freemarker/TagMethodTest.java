package dev.autoversion.freemarker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.CapturedLog;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.UndefinedOutputFormat;
import freemarker.core.XHTMLOutputFormat;
import freemarker.core.XMLOutputFormat;
import freemarker.ext.beans.BeansWrapperBuilder;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagMethodTest extends Pages {
  private static final String LINK =
      "<link rel=\"preload\" href=\"/s/a.css?x=1&amp;v=3fc4ccfe7458\" as=\"style\" nonce=\"a&amp;b\">";

  static Stream<OutputFormat> formats() {
    return Stream.of(
        HTMLOutputFormat.INSTANCE,
        XHTMLOutputFormat.INSTANCE,
        XMLOutputFormat.INSTANCE,
        UndefinedOutputFormat.INSTANCE);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void tags_escapedOnceInEachFormat(OutputFormat format) throws Exception {
    Configuration configuration = configuration(NEWEST);
    configuration.setOutputFormat(format);
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertEquals(
        LINK,
        render(configuration, "${preload('/s/a.css?x=1', {'nonce': n})}", Map.of("n", "a&b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${preload('/s/a.css?x=1', {'nonce': n})?no_esc}",
        "${preload('/s/a.css?x=1'?no_esc, {'nonce': n?no_esc})}",
        "${preload(['/s/a.css?x=1'], {'nonce': n, 'data-no': false})}",
        "<#assign tag = preload('/s/a.css?x=1', {'nonce': n})>${tag}",
        "<#macro m>${preload('/s/a.css?x=1', {'nonce': n})}</#macro><@m/>",
        "<#noautoesc>${preload('/s/a.css?x=1', {'nonce': n})}</#noautoesc>",
      })
  void tags_markup(String template) throws Exception {
    assertEquals(LINK, render(template, Map.of("n", "a&b")));
  }

  @Test
  void attributes_numberAsComputersWriteIt() throws Exception {
    assertEquals(
        "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\" data-n=\"1234567\">",
        render("${preload('/s/a.css', {'data-n': 1234567})}", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "nowhere!", "nowhere!{}", "{}"})
  void attributes_none(String attributes) throws Exception {
    assertEquals(
        "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\">",
        render("${preload('/s/a.css', " + attributes + ")}", Map.of()));
  }

  /** A plain BeansWrapper shows a map as a string, too, and its methods as keys. */
  @Test
  void attributes_mapOfBeansWrapper() throws Exception {
    Configuration configuration = html(NEWEST);
    configuration.setObjectWrapper(new BeansWrapperBuilder(NEWEST).build());
    assertEquals(
        "<link rel=\"preload\" href=\"/s/a.css?v=3fc4ccfe7458\" as=\"style\" class=\"c\" nonce=\"a\">",
        render(
            configuration,
            "${preload('/s/a.css', attributes)}",
            Map.of(
                "attributes", new TreeMap<>(Map.of("nonce", "a", "class", "c", "async", true)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${preload()} | preload takes a string or a sequence of them, and a hash of attributes",
        "${preload('/a', {}, 1)} | not 3 arguments",
        "${preload('/a', '/b')} | but got string",
        "${preload('/a', ['/b'])} | but got sequence",
        "${preload('/a', {'data-x': []})} | a boolean for 'data-x', but got sequence",
        "${integrity()} | integrity takes one argument, as in integrity(\"/static/app.css\"), not 0",
        "${srcset('a', 'b')} | srcset takes one argument",
      })
  void arguments_refused(String template, String message) {
    TemplateException e = assertThrows(TemplateException.class, () -> render(template, Map.of()));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().contains("in template \"page\" at line 1"), e.getMessage());
  }

  /** A name that stands for something else stays that, and the log says so. */
  @Test
  void install_leavesOtherVariablesAlone() throws Exception {
    Configuration configuration = configuration(NEWEST);
    configuration.setSharedVariable("preload", "mine");
    assertEquals(
        List.of(
            "this configuration has a shared variable 'preload' already, which is left as it is;"
                + " autoversion's method of that name is not there"),
        CapturedLog.of(() -> AutoversionFreemarker.install(configuration, autoversion().build())));
    assertEquals("mine", render(configuration, "${preload}", Map.of()));
    assertEquals("", render(configuration, "${integrity('/s/none.js')}", Map.of()));
  }
}
