package dev.autoversion.freemarker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.MissingAssetException;
import dev.autoversion.OnMissing;
import freemarker.core.InvalidReferenceException;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.net.URI;
import java.nio.file.Files;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that the method takes and refuses, and how a page fails. */
class AutoversionMethodTest extends Pages {
  private static final String URL = "/s/a.css?v=3fc4ccfe7458";

  @ParameterizedTest
  @MethodSource("improvements")
  void missingValue_staysMissing(Version improvements) throws Exception {
    Configuration configuration = html(improvements);
    Map<String, Object> model = new HashMap<>();
    model.put("p", null);
    assertEquals("x", render(configuration, "${autoversion(p)!'x'}", model));
    assertEquals("x", render(configuration, "${autoversion(nowhere)!'x'}", model));
    assertEquals("x", render(configuration, "${(autoversion(no.where))!'x'}", model));
    assertEquals("false", render(configuration, "${autoversion(nowhere)???string}", model));
    assertEquals("true", render(configuration, "${autoversion('/x')???string}", model));
    assertEquals(URL, render(configuration, "${autoversion(nowhere!'/s/a.css')}", model));
  }

  @Test
  void missingValue_printed_namesTheVariable() {
    TemplateException e =
        failure(Map.of("page", "\n<a href=\"${autoversion(nowhere)}\">"), Map.of());
    assertInstanceOf(InvalidReferenceException.class, e);
    assertTrue(
        e.getMessage()
            .contains("autoversion(nowhere)  [in template \"page\" at line 2, column 12]"),
        e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("improvements")
  void text_ofOtherTypes(Version improvements) throws Exception {
    Configuration configuration = html(improvements);
    String template = "${autoversion(p)}";
    assertEquals(URL, render(configuration, template, Map.of("p", URI.create("/s/a.css"))));
    assertEquals(URL, render(configuration, template, Map.of("p", new StringBuilder("/s/a.css"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "autoversion(42);          number (wrapper: f.t.SimpleNumber)",
        "autoversion(true);        boolean",
        "autoversion(when);        date",
        "autoversion({'a': 'b'});  extended_hash",
        "autoversion(map);         extended_hash",
        "autoversion(autoversion); method",
        "autoversion(m);           macro",
        "autoversion(['/s/a.css', 42]); number (wrapper: f.t.SimpleNumber)",
      })
  void otherTypes_refusedByName(String call, String type) {
    Map<String, Object> model = Map.of("when", new Date(0), "map", Map.of("a", "/s/a.css"));
    TemplateException e =
        failure(Map.of("page", "<#macro m></#macro>\n${" + call + "!'x'}"), model);
    assertInstanceOf(TemplateModelException.class, e);
    assertTrue(
        e.getMessage()
            .startsWith(
                "autoversion takes a string, such as \"/static/app.css\", or a sequence of them,"
                    + " but got "
                    + type),
        e.getMessage());
    assertTrue(e.getMessage().contains("[in template \"page\" at line 2, column "), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "autoversion();                  not 0",
        "autoversion('/s/a.css', 'x');   not 2",
        "autoversion('/s/a.css', {'a': 1}, 3); not 3",
      })
  void argumentCount_refused(String call, String count) {
    TemplateException e = failure(Map.of("page", "\n${" + call + "}"), Map.of());
    assertTrue(
        e.getMessage()
            .startsWith(
                "autoversion takes one argument, as in autoversion(\"/static/app.css\"), " + count),
        e.getMessage());
    assertTrue(
        e.getMessage().contains("[in template \"page\" at line 2, column 1]"), e.getMessage());
  }

  @Test
  void number_formattedByTheLocale() throws Exception {
    Files.writeString(site.resolve("1234.png"), "two");
    Map<String, Object> model = Map.of("id", 1234);
    assertEquals("/s/1,234.png", render("${autoversion('/s/${id}.png')}", model));
    assertEquals("/s/1,234.png", render("${autoversion('/s/' + id + '.png')}", model));
    String url = "/s/1234.png?v=3fc4ccfe7458";
    assertEquals(url, render("${autoversion('/s/${id?c}.png')}", model));
    assertEquals(url, render("${autoversion('/s/' + id?c + '.png')}", model));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${autoversion('/s/' + name)}",
        "${autoversion('/s/${name}')}",
        "<#assign u = autoversion('/s/' + name)>${u}",
        "<#function css n><#return autoversion('/s/' + n)></#function>${css(name)}",
        "<#if autoversion('/s/' + name) == '/s/a.css?v=3fc4ccfe7458'>${autoversion('/s/a.css')}</#if>",
      })
  void expression_anywhere(String template) throws Exception {
    assertEquals(URL, render(template, Map.of("name", "a.css")));
  }

  @Test
  void missingAsset_positionAndCause() {
    TemplateException e =
        failure(Map.of("page", "\n\n<a href=\"${autoversion(p)}\">"), Map.of("p", "/s/aa.css"));
    assertInstanceOf(TemplateModelException.class, e);
    assertInstanceOf(MissingAssetException.class, e.getCause());
    assertTrue(e.getMessage().startsWith("no asset for '/s/aa.css'"), e.getMessage());
    assertTrue(e.getMessage().contains("did you mean '/s/a.css'?"), e.getMessage());
    assertTrue(
        e.getMessage().contains("[in template \"page\" at line 3, column 10]"), e.getMessage());
  }

  @Test
  void missingAsset_inInclude_namesThat() {
    TemplateException e =
        failure(
            Map.of("page", "<#include 'part'>", "part", "\n${autoversion('/s/no.css')}"), Map.of());
    assertTrue(
        e.getMessage().contains("[in template \"part\" at line 2, column 1]"), e.getMessage());
  }

  @Test
  void missingAsset_attemptAndRecover() throws Exception {
    String template = "<#attempt>${autoversion(p)}<#recover>${.error?keep_before(';')}</#attempt>";
    Configuration configuration = configuration(NEWEST);
    AutoversionFreemarker.install(configuration, autoversion().onMissing(OnMissing.FAIL).build());
    assertEquals(
        "no asset for '/s/aa.css'", render(configuration, template, Map.of("p", "/s/aa.css")));
  }

  @Test
  void failure_ofTheValue_wrapped() {
    RuntimeException silent = new UnsupportedOperationException();
    TemplateException e =
        failure(Map.of("page", "${autoversion(p)}"), Map.of("p", new Unprintable(silent)));
    assertSame(silent, e.getCause());
    assertTrue(
        e.getMessage().startsWith("java.lang.UnsupportedOperationException"), e.getMessage());
    assertTrue(e.getMessage().contains("[in template \"page\" at line 1"), e.getMessage());
  }

  /** A value whose text can't be had. */
  public record Unprintable(RuntimeException reason) {
    @Override
    public String toString() {
      throw reason;
    }
  }
}
