package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word {@code autoversion}: the same references give the same URLs, byte for byte. */
public abstract class AutoversionContract extends EngineSite {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/s/a.css,               /s/a.css?v=3fc4ccfe7458",
        "/s/b.js,                /s/b.js?v=8b5b9db0c13d",
        "/s/a.css?x=1,           /s/a.css?x=1&v=3fc4ccfe7458",
        "/s/a.css#top,           /s/a.css?v=3fc4ccfe7458#top",
        "/s/a.css?x=1#top,       /s/a.css?x=1&v=3fc4ccfe7458#top",
        "/s/a.css?v=old,         /s/a.css?v=3fc4ccfe7458",
        "/s/missing.css,         /s/missing.css",
        "/s/../a.css,            /s/../a.css",
        "/s/%2e%2e/a.css,        /s/%2e%2e/a.css",
        "/owners/12,             /owners/12",
        "s/a.css,                s/a.css",
        "#top,                   #top",
        "//cdn.example/s/a.css,  //cdn.example/s/a.css",
        "https://x.example/s/a.css, https://x.example/s/a.css",
        "'data:text/css,a{}',    'data:text/css,a{}'",
        "'',                     ''",
        "/s/it's%20&%20more.css, /s/it's%20&%20more.css?v=3fc4ccfe7458",
      })
  void raw_sameInEveryEngine(String reference, String url) throws Exception {
    assertEquals(url, render(printRaw("p"), Map.of("p", reference)));
  }

  @Test
  void literal_versioned() throws Exception {
    assertEquals("/s/a.css?v=3fc4ccfe7458", render(printLiteral("/s/a.css"), Map.of()));
  }

  @Test
  void escaping_once() throws Exception {
    String html = render(print("p"), Map.of("p", "/s/it's%20&%20more.css?x=1"));
    assertEquals("/s/it&#39;s%20&amp;%20more.css?x=1&amp;v=3fc4ccfe7458", html);
  }

  @Test
  void escaping_missingAsset() throws Exception {
    String html = render(print("p"), Map.of("p", "/s/no.css?a=1&b='"));
    assertEquals("/s/no.css?a=1&amp;b=&#39;", html);
  }

  @Test
  void escaping_markupInReference() throws Exception {
    String html = render(print("p"), Map.of("p", "/s/a.css?\"><script>"));
    assertFalse(html.contains("<") || html.contains("\""), html);
  }

  @Test
  void safeInput_neverEscapedTwice() throws Exception {
    String html = render(printSafe("p"), Map.of("p", "/s/a.css?x=1&y=2"));
    assertEquals("/s/a.css?x=1&y=2&v=3fc4ccfe7458", html.replace("&amp;", "&"));
  }

  @Test
  void twice_sameAsOnce() throws Exception {
    String html = render(printTwice("p"), Map.of("p", "/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", html);
  }

  @Test
  void null_staysNull() throws Exception {
    Map<String, Object> model = new HashMap<>();
    model.put("p", null);
    assertEquals("none", render(printOrElse("p", "none"), model));
  }

  @Test
  void present_isNotReplaced() throws Exception {
    String html = render(printOrElse("p", "none"), Map.of("p", "/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", html);
  }

  @Test
  void strictMode_undefinedVariable() throws Exception {
    Engine strict = strictEngine(autoversion().build());
    Map<String, String> page = Map.of(PAGE, print("nowhere"));
    if (strictFails()) {
      Exception e = assertThrows(Exception.class, () -> strict.render(page, Map.of()));
      assertTrue(messages(e).contains("nowhere"), messages(e));
    } else {
      assertEquals("", strict.render(page, Map.of()));
    }
  }

  @Test
  void list_elementWise() throws Exception {
    List<String> list = List.of("/s/a.css", "/s/missing.css", "/s/b.js");
    String html = render(printList("list"), Map.of("list", list));
    assertEquals("/s/a.css?v=3fc4ccfe7458, /s/missing.css, /s/b.js?v=8b5b9db0c13d", html);
  }

  @TestFactory
  Stream<DynamicTest> otherValues_asTheTableSays() {
    return OtherValues.of(name()).stream()
        .map(row -> dynamicTest(row.name(), () -> otherValue(row)));
  }

  private void otherValue(OtherValues.Row row) throws Exception {
    Object value = row.value();
    String expected = row.expected();
    String template = OtherValues.isList(value) ? printList("p") : print("p");
    if (expected.startsWith(OtherValues.REFUSED)) {
      Exception e =
          assertThrows(Exception.class, () -> render("\n" + template, Map.of("p", value)));
      String text = messages(e);
      assertTrue(text.contains(expected.substring(OtherValues.REFUSED.length())), text);
      assertTrue(text.contains(position(2)), text);
    } else {
      assertEquals(expected, render(template, Map.of("p", value)), row.name());
    }
  }

  @Test
  void concatenation_whole() throws Exception {
    String html = render(printConcatenation("name"), Map.of("name", "a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", html);
  }

  @Test
  void loop_eachElement() throws Exception {
    String html = render(loop("list"), Map.of("list", List.of("/s/a.css", "/s/b.js")));
    assertEquals("/s/a.css?v=3fc4ccfe7458;/s/b.js?v=8b5b9db0c13d;", html);
  }

  @Test
  void macro_parameter() throws Exception {
    String html = render(macro("p"), Map.of("p", "/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", html.strip());
  }

  @Test
  void include_sameModel() throws Exception {
    Map<String, String> templates = Map.of(PAGE, include("part"), "part", print("p"));
    String html = engine(autoversion().build()).render(templates, Map.of("p", "/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", html.strip());
  }

  @Test
  void contextPath_kept() throws Exception {
    Engine engine = engine(autoversion().contextPath("/app").build());
    Map<String, Object> model = Map.of("p", "/app/s/a.css", "q", "/application/s/a.css");
    String html = engine.render(Map.of(PAGE, print("p") + " " + print("q")), model);
    assertEquals("/app/s/a.css?v=3fc4ccfe7458 /application/s/a.css", html);
  }

  @Test
  void contextPath_anotherApplicationsFile() throws Exception {
    Engine engine = engine(autoversion().contextPath("/app").build());
    assertEquals("/s/a.css", engine.render(Map.of(PAGE, print("p")), Map.of("p", "/s/a.css")));
  }

  @Test
  void contextPath_andHost() throws Exception {
    Autoversion cdn = autoversion().contextPath("/app").host("https://cdn.example").build();
    Map<String, Object> model = Map.of("p", "/app/s/a.css#x", "q", "/app/about");
    String html = engine(cdn).render(Map.of(PAGE, print("p") + " " + print("q")), model);
    assertEquals("https://cdn.example/app/s/a.css?v=3fc4ccfe7458#x /app/about", html);
  }

  @Test
  void fileName_andHost() throws Exception {
    Autoversion cdn =
        autoversion().placement(Placement.fileName()).host("https://cdn.example").build();
    String html = engine(cdn).render(Map.of(PAGE, print("p")), Map.of("p", "/s/a.css"));
    assertEquals("https://cdn.example/s/a-3fc4ccfe7458.css", html);
  }

  @Test
  void failure_namesTemplateAndLine() {
    Engine engine = engine(autoversion().onMissing(OnMissing.FAIL).build());
    Map<String, String> page = Map.of(PAGE, "first line\n" + print("p"));
    Exception e =
        assertThrows(Exception.class, () -> engine.render(page, Map.of("p", "/s/aa.css")));
    String text = messages(e);
    assertTrue(text.contains("no asset for '/s/aa.css'"), text);
    assertTrue(text.contains("did you mean '/s/a.css'?"), text);
    assertTrue(text.contains(PAGE), text);
    assertTrue(text.contains(position(2)), text);
  }
}
