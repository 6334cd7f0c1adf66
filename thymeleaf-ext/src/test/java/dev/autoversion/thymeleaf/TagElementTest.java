package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;

class TagElementTest extends PageTest {
  private static final String THEME = "<link rel=\"stylesheet\" href=\"/shop/b/theme-1.css\">";

  private String shop(String template, Map<String, Object> model) {
    Autoversion autoversion = autoversion().manifest("/b", LiteralManifest.SHOP).build();
    return engine(TemplateMode.HTML, template, autoversion).process(PAGE, request("/shop", model));
  }

  private String shop(String template) {
    return shop(template, Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src=\"/b/main.js\"",
        "src=\"@{/b/main.js}\"",
        "src=\"@{/b/{n}.js(n=${name})}\"",
        "th:src=\"@{/b/main.js}\"",
      })
  void entrypoint_allThatItLoads(String src) {
    assertEquals(
        "<head>\n<link rel=\"stylesheet\" href=\"/shop/b/shared-1.css\">\n"
            + "<link rel=\"stylesheet\" href=\"/shop/b/main-1.css\">\n"
            + "<link rel=\"modulepreload\" href=\"/shop/b/shared-1.js\">\n"
            + "<script type=\"module\" src=\"/shop/b/main-1.js\"></script>\n</head>",
        shop("<head>\n<av:entrypoint " + src + "/>\n</head>", Map.of("name", "main")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<av:entrypoint src=\"/b/theme.css\"/>",
        "<av:entrypoint src=\"/b/theme.css\"></av:entrypoint>",
        "<av:entrypoint src=\"/b/theme.css\"> for the designer </av:entrypoint>",
        "<av-entrypoint src=\"/b/theme.css\"></av-entrypoint>",
        "<av:entrypoint src=\"@{/b/theme.css}\"/>",
        "<av:entrypoint src=\"@{/b/{n}.css(n=${name})}\"/>",
        "<av:entrypoint src=\"/b/{n}.css(n=${name})\"/>",
        "<av:entrypoint src=\"/b/__${name}__.css\"/>",
        "<av:entrypoint src=\"~/shop/b/theme.css\"/>",
        "<av:entrypoint src=\"${url}\"/>",
        "<av:entrypoint src=\"${list}\"/>",
        "<av:entrypoint th:src=\"${url}\"/>",
        "<av:entrypoint src=\"|/shop/b/${name}.css|\"/>",
        "<av:entrypoint src=\"/b/theme.css\" nonce=\"${nothing}\"/>",
        "<av:entrypoint src=\"/b/theme.css\" nonce=\"_\"/>",
        "<av:entrypoint src=\"/b/theme.css\" xmlns:av=\"https://autoversion.dev\"/>",
        "<th:block th:each=\"u : ${list}\"><av:entrypoint src=\"${u}\"/></th:block>",
      })
  void src_literalOrExpression(String template) {
    Map<String, Object> model =
        Map.of("url", "/shop/b/theme.css", "list", List.of("/shop/b/theme.css"), "name", "theme");
    assertEquals(THEME, shop(template, model));
  }

  @Test
  void src_expressionsContextPathIsNotAdded() {
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/b/theme.css\">",
        shop("<av:entrypoint src=\"${url}\"/>", Map.of("url", "/b/theme.css")));
  }

  @Test
  void src_nothing() {
    assertEquals("<p></p>", shop("<p><av:entrypoint src=\"${nothing}\"/></p>"));
    assertEquals("<p></p>", shop("<p th:if=\"false\"></p><p><av:preload href=\"\"/></p>"));
    TemplateProcessingException e =
        assertThrows(
            TemplateProcessingException.class, () -> shop("\n<av:entrypoint href=\"/x\"/>"));
    assertTrue(
        e.getCause().getMessage().contains("entrypoint needs a reference, as in src="),
        e.getCause().getMessage());
    assertEquals(2, e.getLine());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonce=\"r4nd0m\"              | nonce=\"r4nd0m\"",
        "nonce=\"${nonce}\"            | nonce=\"&quot;&gt;&amp;lt;\"",
        "th:nonce=\"${nonce}\"         | nonce=\"&quot;&gt;&amp;lt;\"",
        "data-x='a&amp;b'              | data-x=\"a&amp;b\"",
        "th:data-x=\"${expression}\"   | data-x=\"$&#123;secret}\"",
        "disabled                      | disabled",
        "disabled=\"${yes}\"           | disabled",
        "data-no=\"${!yes}\" media=\"print\" | media=\"print\"",
        "th:attr=\"media=${'print'}\"  | media=\"print\"",
        "media=\"(min-width: 40em)\"  | media=\"(min-width: 40em)\"",
        "media=\"(${yes} ? 'print')\" | media=\"print\"",
      })
  void attributes_passOn(String written, String sent) {
    Map<String, Object> model =
        Map.of("nonce", "\">&lt;", "expression", "${secret}", "secret", "s3cret", "yes", true);
    assertEquals(
        THEME.replace(">", " " + sent + ">"),
        shop("<av:entrypoint src=\"/b/theme.css\" " + written + "/>", model));
  }

  @Test
  void attributes_integrity() {
    String tag =
        "<script type=\"module\" src=\"/shop/s/a.js?v=3fc4ccfe7458\" integrity=\"sha384-C1oQxwcb"
            + "MT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp\""
            + " crossorigin=\"anonymous\"></script>";
    assertEquals(tag, shop("<av:entrypoint src=\"/s/a.js\" integrity/>"));
    assertEquals(tag, shop("<av:entrypoint src=\"/s/a.js\" integrity=\"true\"/>"));
  }

  @Test
  void attributes_null() {
    Map<String, Object> model = new HashMap<>();
    model.put("nonce", null);
    assertEquals(THEME, shop("<av:entrypoint src=\"/b/theme.css\" nonce=\"${nonce}\"/>", model));
  }

  @Test
  void preload_href() {
    assertEquals(
        "<link rel=\"preload\" href=\"/shop/b/font-1.woff2\" as=\"font\" type=\"font/woff2\""
            + " crossorigin=\"anonymous\">",
        shop("<av:preload href=\"/b/font.woff2\"/>"));
  }

  @Test
  void restrictedMode() {
    assertThrows(
        TemplateProcessingException.class, () -> shop("<av:entrypoint src=\"${param.x}\"/>"));
  }

  @Test
  void outsideWeb() {
    Autoversion autoversion = autoversion().manifest("/b", LiteralManifest.SHOP).build();
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/b/theme-1.css\">",
        engine(TemplateMode.HTML, "<av:entrypoint src=\"/b/theme.css\"/>", autoversion)
            .process(PAGE, new Context(Locale.ENGLISH)));
  }

  @Test
  void anotherPrefix() {
    TemplateEngine engine =
        bare(
            TemplateMode.HTML, "<asset:preload href=\"/s/a.css\"/><av:preload href=\"/s/a.css\"/>");
    engine.addDialect("asset", new AutoversionDialect(autoversion().build()));
    assertEquals(
        "<link rel=\"preload\" href=\"/shop/s/a.css?v=3fc4ccfe7458\" as=\"style\">"
            + "<av:preload href=\"/s/a.css\"/>",
        engine.process(PAGE, request("/shop", Map.of())));
  }
}
