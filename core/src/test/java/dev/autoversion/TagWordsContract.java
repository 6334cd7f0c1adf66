package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The words that give tags for references: {@code entrypoint}, {@code importmap} and {@code
 * preload}.
 */
public abstract class TagWordsContract extends TextWordsContract {
  private static final String SHARED_CSS = "<link rel=\"stylesheet\" href=\"/b/shared-1.css\">\n";

  @Test
  void entrypoint_allThatItLoads() throws Exception {
    assertEquals(
        SHARED_CSS
            + "<link rel=\"stylesheet\" href=\"/b/main-1.css\">\n"
            + "<link rel=\"modulepreload\" href=\"/b/shared-1.js\">\n"
            + "<script type=\"module\" src=\"/b/main-1.js\"></script>",
        built(tags("entrypoint", "p"), Map.of("p", "/b/main.js")));
  }

  @Test
  void entrypoint_severalEntries() throws Exception {
    assertEquals(
        SHARED_CSS
            + "<link rel=\"stylesheet\" href=\"/b/admin-1.css\">\n"
            + "<link rel=\"stylesheet\" href=\"/b/main-1.css\">\n"
            + "<link rel=\"modulepreload\" href=\"/b/shared-1.js\">\n"
            + "<script type=\"module\" src=\"/b/admin-1.js\"></script>\n"
            + "<script type=\"module\" src=\"/b/main-1.js\"></script>",
        built(tags("entrypoint", "p"), Map.of("p", List.of("/b/admin.js", "/b/main.js"))));
  }

  @Test
  void entrypoint_attributes_escapedOnce() throws Exception {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("nonce", "a&\"b'<{{ p }}");
    attributes.put("data-yes", true);
    attributes.put("data-no", false);
    attributes.put("data-null", null);
    attributes.put("data-number", 1234);
    String told =
        " nonce=\"a&amp;&quot;b&#39;&lt;&#123;&#123; p }}\" data-yes data-number=\"1234\"";
    assertEquals(
        SHARED_CSS.replace(">", told + ">")
            + ("<link rel=\"stylesheet\" href=\"/b/it%27s%20&amp;%20more-1.css\"" + told + ">\n")
            + "<script type=\"module\" src=\"/b/it%27s%20&amp;%20more-1.js\""
            + told
            + "></script>",
        built(
            tags("entrypoint", "p", "attributes"),
            Map.of("p", "/b/it's%20&%20more.js", "attributes", attributes)));
  }

  @Test
  void entrypoint_integrity() throws Exception {
    String html =
        built(
            tags("entrypoint", "p", "attributes"),
            Map.of("p", "/b/main.js", "attributes", Map.of("integrity", true)));
    assertTrue(
        html.endsWith(
            "<link rel=\"modulepreload\" href=\"/b/shared-1.js\" integrity=\"sha384-shared\""
                + " crossorigin=\"anonymous\">\n"
                + "<script type=\"module\" src=\"/b/main-1.js\" integrity=\"sha384-main\""
                + " crossorigin=\"anonymous\"></script>"),
        html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/b/font.woff2 | <link rel=\"preload\" href=\"/b/font-1.woff2\" as=\"font\""
            + " type=\"font/woff2\" crossorigin=\"anonymous\">",
        "/b/main.js | <link rel=\"modulepreload\" href=\"/b/main-1.js\">",
        "/s/a.css?x=1 | <link rel=\"preload\" href=\"/s/a.css?x=1&amp;v=3fc4ccfe7458\" as=\"style\">",
        "/s/\"><b>.png | <link rel=\"preload\" href=\"/s/&quot;&gt;&lt;b&gt;.png\" as=\"image\">",
        "'' | ''",
      })
  void preload_byType(String reference, String html) throws Exception {
    assertEquals(html, built(tags("preload", "p"), Map.of("p", reference)));
  }

  @Test
  void importmap_whatEntriesImport() throws Exception {
    write("app.js", "import './b.js'");
    assertEquals(
        "<script type=\"importmap\" nonce=\"n\">{\"imports\":{"
            + "\"/s/app.js\":\"/s/app.js?v=8a5a7d9d9ba9\","
            + "\"/s/b.js\":\"/s/b.js?v=8b5b9db0c13d\"}}</script>",
        render(
            tags("importmap", "p", "attributes"),
            Map.of("p", "/s/app.js", "attributes", Map.of("nonce", "n"))));
  }

  @Test
  void importmap_ofBuildWithIntegrity() throws Exception {
    assertEquals(
        "<script type=\"importmap\">{\"imports\":{\"/b/main.js\":\"/b/main-1.js\","
            + "\"/b/shared-0.js\":\"/b/shared-1.js\"},"
            + "\"integrity\":{\"/b/main-1.js\":\"sha384-main\","
            + "\"/b/shared-1.js\":\"sha384-shared\"}}</script>",
        built(
            tags("importmap", "p", "attributes"),
            Map.of("p", "/b/main.js", "attributes", Map.of("integrity", true))));
  }

  @Test
  void importmap_nothingToTell() throws Exception {
    assertEquals("", render(tags("importmap", "p"), Map.of("p", "<b>")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"entrypoint", "importmap", "preload"})
  void tagWord_null_staysNull(String word) throws Exception {
    Map<String, Object> model = new HashMap<>();
    model.put("p", null);
    assertEquals("none", render(tagsOrElse(word, "p", "none"), model));
  }

  @ParameterizedTest
  @ValueSource(strings = {"entrypoint", "preload"})
  void tagWord_nullAttributes_areNone(String word) throws Exception {
    Map<String, Object> model = new HashMap<>();
    model.put("p", "/s/a.css");
    model.put("attributes", null);
    String with = render(tags(word, "p", "attributes"), model);
    assertEquals(render(tags(word, "p"), model), with);
    assertTrue(with.contains("href=\"/s/a.css?v=3fc4ccfe7458\""), with);
  }

  @Test
  void tagWord_failure_namesTemplateAndLine() {
    Engine engine = engine(withBuild().onMissing(OnMissing.FAIL).build());
    Map<String, String> page = Map.of(PAGE, "first line\n" + tags("entrypoint", "p"));
    Exception e =
        assertThrows(Exception.class, () -> engine.render(page, Map.of("p", "/b/mian.js")));
    String text = messages(e);
    assertTrue(text.contains("no asset for '/b/mian.js'"), text);
    assertTrue(text.contains("did you mean '/b/main.js'?"), text);
    assertTrue(text.contains(position(2)), text);
  }

  @Test
  void tagWord_attributes_refusedWithTemplateAndLine() {
    String template = "\n" + tags("preload", "p", "attributes");
    Map<String, Object> model = Map.of("p", "/s/a.css", "attributes", Map.of("x y", "1"));
    String text = failure(template, model);
    assertTrue(text.contains("preload writes attributes whose names are a letter"), text);
    assertTrue(text.contains("unlike 'x y'"), text);
    assertTrue(text.contains(position(2)), text);
  }

  @Test
  void tagWord_attributes_noMap() {
    String template = "\n" + tags("preload", "p", "attributes");
    Map<String, Object> model = Map.of("p", "/s/a.css", "attributes", "/s/b.js");
    String text = failure(template, model);
    assertTrue(text.contains("of attributes last, such as {\"nonce\": nonce}"), text);
    assertTrue(text.contains(position(2)), text);
  }

  @TestFactory
  Stream<DynamicTest> tagWord_otherValues_asTheTableSays() {
    return WordValues.tags(name()).stream()
        .map(row -> dynamicTest(row.name(), () -> assertRow(row, tags(row.word(), "p"))));
  }

  private String failure(String template, Map<String, Object> model) {
    Engine engine = engine(autoversion().build());
    Map<String, String> page = Map.of(PAGE, template);
    return messages(assertThrows(Exception.class, () -> engine.render(page, model)));
  }

  private String built(String template, Map<String, Object> model) throws Exception {
    return engine(withBuild().build()).render(Map.of(PAGE, template), model);
  }
}
