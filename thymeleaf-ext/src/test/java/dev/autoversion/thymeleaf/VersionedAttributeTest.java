package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.OnMissing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;

class VersionedAttributeTest extends PageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/s/a.css                       | /shop/s/a.css?v=3fc4ccfe7458",
        "/s/a.css?x=1&amp;y=2           | /shop/s/a.css?x=1&amp;y=2&amp;v=3fc4ccfe7458",
        "/s/icons.svg#pin               | /shop/s/icons.svg?v=8b5b9db0c13d#pin",
        "/s/it's%20&amp;%20more.css     | /shop/s/it&#39;s%20&amp;%20more.css?v=3fc4ccfe7458",
        "/s/param.css                   | /shop/s/param.css?v=3fc4ccfe7458",
        "/s/new%20theme.css             | /shop/s/new%20theme.css?v=8b5b9db0c13d",
        "/s/missing.css                 | /shop/s/missing.css",
        "/about                         | /shop/about",
        "s/a.css                        | s/a.css",
        "~/shop/s/a.css                 | /shop/s/a.css?v=3fc4ccfe7458",
        "//cdn.example/s/a.css          | //cdn.example/s/a.css",
        "https://x.example/s/a.css      | https://x.example/s/a.css",
        "data:text/css,a{}==            | data:text/css,a{}==",
        "/s/{t}/a.css(t=${theme})       | /shop/s/dark/a.css?v=8b5b9db0c13d",
        "/s/a.css(x=${theme})           | /shop/s/a.css?x=dark&amp;v=3fc4ccfe7458",
        "/s/__${theme}__/a.css          | /shop/s/dark/a.css?v=8b5b9db0c13d",
        "@{/s/a.css}                    | /shop/s/a.css?v=3fc4ccfe7458",
        "@{${path}}                     | /shop/s/a.css?v=3fc4ccfe7458",
        "~/s/a.css                      | /s/a.css",
        "@{~/s/a.css}                   | /s/a.css",
        "${path}                        | /s/a.css",
        "${inShop}                      | /shop/s/a.css?v=3fc4ccfe7458",
        "*{inShop}                      | /shop/s/a.css?v=3fc4ccfe7458",
        "'/shop/s/' + ${theme} + '/a.css' | /shop/s/dark/a.css?v=8b5b9db0c13d",
        "(${theme} == 'dark' ? ${inShop}) | /shop/s/a.css?v=3fc4ccfe7458",
        "${none} ?: @{/s/a.css}         | /shop/s/a.css?v=3fc4ccfe7458",
        "` /s/a.css `                   | /shop/s/a.css?v=3fc4ccfe7458",
        "``                             | ``",
      })
  void value_inShop(String value, String url) {
    Map<String, Object> model =
        Map.of("theme", "dark", "path", "/s/a.css", "inShop", "/shop/s/a.css");
    assertEquals(
        "<a href=\"" + url + "\"></a>", inShop("<a av:href=\"" + value + "\"></a>", model));
  }

  @Test
  void value_literalSubstitution() {
    assertEquals(
        "<a href=\"/s/dark/a.css?v=8b5b9db0c13d\"></a>",
        atRoot("<a av:href=\"|/s/${theme}/a.css|\"></a>", Map.of("theme", "dark")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"href", "src", "poster", "srcset"})
  void attribute_eachOne(String name) {
    assertEquals(
        "<x " + name + "=\"/shop/s/a.png?v=3fc4ccfe7458\"></x>",
        inShop("<x av:" + name + "=\"/s/a.png\"></x>"));
    assertEquals(
        "<x " + name + "=\"/shop/s/a.png?v=3fc4ccfe7458\"></x>",
        inShop("<x data-av-" + name + "=\"/s/a.png\"></x>"));
  }

  @Test
  void attribute_replacesTheStaticOne() {
    assertEquals(
        "<link href=\"/shop/s/a.css?v=3fc4ccfe7458\" rel=\"stylesheet\">",
        inShop("<link href='../static/a.css' rel=\"stylesheet\" av:href='/s/a.css'>"));
  }

  @Test
  void attribute_withoutQuotes() {
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\"></a>",
        atRoot("<a href=x av:href=${p}></a>", Map.of("p", "/s/a.css")));
    assertEquals(
        "<a href=\"/x onclick=alert(1)\"></a>",
        atRoot("<a href=x av:href=${p}></a>", Map.of("p", "/x onclick=alert(1)")));
  }

  @Test
  void attribute_inLoopFragmentAndCondition() {
    String template =
        "<a th:each=\"n : ${names}\" th:if=\"${n} != 'b.png'\" th:with=\"m=${n}\""
            + " av:href=\"/s/{n}(n=${m})\"></a>"
            + "<th:block th:replace=\"~{:: part('a.js')}\"></th:block>"
            + "<th:block th:if=\"false\"><b th:fragment=\"part(n)\" av:src=\"/s/{n}(n=${n})\"></b></th:block>";
    assertEquals(
        "<a href=\"/shop/s/a.css?v=3fc4ccfe7458\"></a>"
            + "<a href=\"/shop/s/a.png?v=3fc4ccfe7458\"></a>"
            + "<b src=\"/shop/s/a.js?v=3fc4ccfe7458\"></b>",
        inShop(template, Map.of("names", List.of("a.css", "b.png", "a.png"))));
  }

  @Test
  void null_dropsTheAttribute() {
    assertEquals("<img>", inShop("<img src=\"x.png\" av:src=\"${nothing}\">"));
    assertEquals("<img>", inShop("<img av:src=\"${nothing}\">"));
    assertEquals("<img>", inShop("<img src=\"x.png\" av:src>"));
  }

  @Test
  void noOperation_keepsTheStaticOne() {
    assertEquals("<img src=\"x.png\">", inShop("<img src=\"x.png\" av:src=\"${nothing} ?: _\">"));
    assertEquals("<img src=\"x.png\">", inShop("<img src=\"x.png\" av:src=\"_\">"));
  }

  @Test
  void escaping_once() {
    Map<String, Object> model = Map.of("p", "/s/it's%20&%20more.css?q=\"><script>");
    assertEquals(
        "<a href=\"/s/it&#39;s%20&amp;%20more.css?q=&quot;&gt;&lt;script&gt;&amp;v=3fc4ccfe7458\">"
            + "</a>",
        atRoot("<a av:href=\"${p}\"></a>", model));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/s/a.css                 | /s/a.css?v=3fc4ccfe7458",
        "/s/{t}/a.css(t=${theme}) | /s/dark/a.css?v=8b5b9db0c13d",
        "/about                   | /about",
        "//cdn.example/s/a.css    | //cdn.example/s/a.css",
        "s/a.css                  | s/a.css",
        "${path}                  | /s/a.css?v=3fc4ccfe7458",
        "/s/a.css?x=1#y           | /s/a.css?x=1&amp;v=3fc4ccfe7458#y",
      })
  void value_outsideWeb(String value, String url) {
    Map<String, Object> model = Map.of("theme", "dark", "path", "/s/a.css");
    assertEquals("<a href=\"" + url + "\"></a>", mail("<a av:href=\"" + value + "\"></a>", model));
  }

  /** The template is cached once for both. */
  @Test
  void value_sameTemplateInsideAndOutsideWeb() {
    TemplateEngine engine = engine("<a av:href=\"/s/a.css\"></a>");
    for (int i = 0; i < 2; i++) {
      assertEquals(
          "<a href=\"/shop/s/a.css?v=3fc4ccfe7458\"></a>",
          engine.process(PAGE, request("/shop", Map.of())));
      assertEquals(
          "<a href=\"/s/a.css?v=3fc4ccfe7458\"></a>",
          engine.process(PAGE, new org.thymeleaf.context.Context()));
    }
  }

  @Test
  void dialectAlone_versionsItsAttributesOnly() {
    TemplateEngine engine =
        bare(TemplateMode.HTML, "<a th:src=\"@{/s/a.png}\" av:href=\"/s/a.css\"></a>");
    engine.addDialect(new AutoversionDialect(autoversion().build()));
    assertEquals(
        "<a src=\"/shop/s/a.png\" href=\"/shop/s/a.css?v=3fc4ccfe7458\"></a>",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void xmlns_doesNotStay() {
    assertEquals(
        "<html><body></body></html>",
        inShop(
            "<html xmlns:th=\"http://www.thymeleaf.org\""
                + " xmlns:av=\"https://autoversion.dev\"><body></body></html>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a th:attr=\"'av:href'=${p}\"></a>",
        "<a th:attr=\"data-av-href=${p}\"></a>",
        "<a th:data-av-href=\"${p}\"></a>",
        "<a th:attr=\"'av:href'=${p}\" av:href=\"/s/a.css\"></a>",
        "<a th:each=\"i : ${one}\" th:data-av-href=\"${p}\"></a>",
        "<th:block th:each=\"i : ${one}\"><a th:attrappend=\"'av:href'=${p}\"></a></th:block>",
        "<a th:attr=\"'av:srcset'=${p}\"></a>",
      })
  void data_neverParsedAgain(String template) {
    for (String data :
        List.of(
            "${secret}", "@{${secret}}", "/s/__${secret}__", "/s/x(y=${secret})", "|${secret}|")) {
      Map<String, Object> model = Map.of("p", data, "secret", "s3cret", "one", List.of(1));
      String page = inShop(template, model);
      assertFalse(page.contains("s3cret"), page);
    }
  }

  @Test
  void data_appendedToTheTemplatesOwn() {
    Map<String, Object> model = Map.of("p", "(y=${secret})", "secret", "s3cret");
    assertEquals(
        "<a href=\"/shop/s/a.css(y=${secret})\"></a>",
        inShop("<a av:href=\"/s/a.css\" th:attrappend=\"'av:href'=${p}\"></a>", model));
    assertEquals(
        "<a href=\"(y=${secret})/s/a.css\"></a>",
        inShop("<a av:href=\"/s/a.css\" th:attrprepend=\"'av:href'=${p}\"></a>", model));
  }

  @Test
  void data_isAReference() {
    Map<String, Object> model = Map.of("p", "/s/a.png");
    assertEquals(
        "<a href=\"/shop/s/a.png?v=3fc4ccfe7458\"></a>",
        inShop("<a th:data-av-href=\"${p}\"></a>", model));
    assertEquals(
        "<a href=\"/s/a.png?v=3fc4ccfe7458\"></a>",
        mail("<a th:data-av-href=\"${p}\"></a>", model));
    assertEquals(
        "<a srcset=\"/shop/s/a.png?v=3fc4ccfe7458 2x, /shop/x 3x\"></a>",
        inShop("<a th:attr=\"'av:srcset'=${p}\"></a>", Map.of("p", "/s/a.png 2x, /x 3x")));
  }

  @Test
  void data_expressionResult() {
    Map<String, Object> model = Map.of("p", "${secret}", "secret", "s3cret");
    assertEquals("<a href=\"${secret}\"></a>", inShop("<a av:href=\"${p}\"></a>", model));
    assertEquals("<a href=\"${secret}\"></a>", inShop("<a av:href=\"@{${p}}\"></a>", model));
  }

  @Test
  void restricted_requestParameters() {
    TemplateEngine engine = engine("<a av:href=\"${param.p}\"></a>");
    Exchange exchange = Exchange.in("/shop").withParameter("p", "javascript:alert(1)");
    assertThrows(
        TemplateProcessingException.class, () -> engine.process(PAGE, request(exchange, Map.of())));
  }

  @Test
  void failure_namesTemplateAndPlace() {
    Autoversion strict = autoversion().onMissing(OnMissing.FAIL).build();
    for (String tag :
        List.of(
            "<a\n  av:href=\"/s/aa.css\"></a>",
            "<a\n  th:href=\"@{/s/aa.css}\"></a>",
            "<a\n  th:href=\"${#autoversion.url('/shop/s/aa.css')}\"></a>",
            "<a href=\"/shop/s/aa.css\"\n  av:version></a>")) {
      TemplateEngine engine = engine(TemplateMode.HTML, "first\n" + tag, strict);
      TemplateProcessingException e =
          assertThrows(
              TemplateProcessingException.class,
              () -> engine.process(PAGE, request("/shop", Map.of())));
      assertEquals(PAGE, e.getTemplateName());
      assertEquals(3, e.getLine());
      assertEquals(3, e.getCol());
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      assertTrue(cause.getMessage().startsWith("no asset for '/"), cause.getMessage());
      assertTrue(cause.getMessage().contains("/s/aa.css'"), cause.getMessage());
      assertTrue(cause.getMessage().contains("/s/a.css'?"), cause.getMessage());
    }
  }

  @Test
  void failure_unreadableValue() {
    TemplateEngine engine = engine("<a av:href=\"${\"></a>");
    TemplateProcessingException e =
        assertThrows(
            TemplateProcessingException.class,
            () -> engine.process(PAGE, request("/shop", Map.of())));
    assertTrue(e.getMessage().contains("Could not parse as expression"), e.getMessage());
    assertEquals(1, e.getLine());
  }

  @Test
  void null_inModel() {
    Map<String, Object> model = new HashMap<>();
    model.put("p", null);
    assertEquals("<a></a>", inShop("<a av:href=\"${p}\"></a>", model));
  }
}
