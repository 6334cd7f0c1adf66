package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

/** Links in templates that know nothing of us: {@code th:href="@{/s/a.css}"}. */
class LinkTest extends PageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@{/s/a.css}                       | /shop/s/a.css?v=3fc4ccfe7458",
        "@{/about}                         | /shop/about",
        "@{/s/missing.css}                 | /shop/s/missing.css",
        "@{s/a.css}                        | s/a.css",
        "@{../s/a.css}                     | ../s/a.css",
        "@{/s/a.css(x=1)}                  | /shop/s/a.css?x=1&amp;v=3fc4ccfe7458",
        "@{/s/a.css?x=1(y=${two})}         | /shop/s/a.css?x=1&amp;y=2&amp;v=3fc4ccfe7458",
        "@{/s/a.css?v=old}                 | /shop/s/a.css?v=3fc4ccfe7458",
        "@{/s/icons.svg#pin}               | /shop/s/icons.svg?v=8b5b9db0c13d#pin",
        "@{/s/icons.svg#pin(x=1)}          | /shop/s/icons.svg?x=1&amp;v=8b5b9db0c13d#pin",
        "@{/s/{theme}/a.css(theme=${t})}   | /shop/s/dark/a.css?v=8b5b9db0c13d",
        "@{/s/{name}(name=${space})}       | /shop/s/new%20theme.css?v=8b5b9db0c13d",
        "@{${path}}                        | /shop/s/a.css?v=3fc4ccfe7458",
        "@{__${path}__}                    | /shop/s/a.css?v=3fc4ccfe7458",
        "@{~/shop/s/a.css}                 | /shop/s/a.css?v=3fc4ccfe7458",
        "@{~/other/s/a.css}                | /other/s/a.css",
        "@{~/s/a.css}                      | /s/a.css",
        "@{/shop/s/a.css}                  | /shop/shop/s/a.css",
        "@{//cdn.example/s/a.css}          | //cdn.example/s/a.css",
        "@{https://x.example/s/a.css}      | https://x.example/s/a.css",
        "@{'/s/new%20theme.css'}           | /shop/s/new%20theme.css?v=8b5b9db0c13d",
        "${two == 2} ? @{/s/a.css} : @{/x} | /shop/s/a.css?v=3fc4ccfe7458",
      })
  void link_inShop(String expression, String url) {
    Map<String, Object> model =
        Map.of("two", 2, "t", "dark", "path", "/s/a.css", "space", "new theme.css");
    assertEquals(
        "<a href=\"" + url + "\"></a>", inShop("<a th:href=\"" + expression + "\"></a>", model));
  }

  @Test
  void link_atRoot() {
    assertEquals(
        "<img src=\"/s/a.png?v=3fc4ccfe7458\">",
        atRoot("<img src=\"a.png\" th:src=\"@{/s/a.png}\">"));
  }

  /** Thymeleaf's own link builder takes this for no context path. */
  @Test
  void link_contextPathSlash() {
    String template = "<a th:href=\"@{/s/a.css}\" th:src=\"@{//s/a.css}\"></a>";
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\" src=\"//s/a.css\"></a>",
        engine(template).process(PAGE, request("/", Map.of())));
  }

  @Test
  void link_contextPathUnknown() {
    String page =
        engine("<a th:href=\"@{/s/a.css}\"></a>").process(PAGE, request((String) null, Map.of()));
    assertEquals("<a href=\"/s/a.css?v=3fc4ccfe7458\"></a>", page);
  }

  @Test
  void link_otherAttributes() {
    assertEquals(
        "<link href=\"/shop/s/a.css?v=3fc4ccfe7458\" data-x=\"/shop/s/a.js?v=3fc4ccfe7458\">",
        inShop("<link th:attr=\"href=@{/s/a.css},data-x=@{/s/a.js}\">"));
    assertEquals(
        "<a data-x=\"/shop/s/a.js?v=3fc4ccfe7458\"></a>",
        inShop("<a th:data-x=\"@{/s/a.js}\"></a>"));
  }

  @Test
  void link_literalSubstitution() {
    assertEquals(
        "<img srcset=\"/shop/s/a.png?v=3fc4ccfe7458 1x, /shop/s/b.png?v=8b5b9db0c13d 2x\">",
        inShop("<img th:srcset=\"|@{/s/a.png} 1x, @{/s/b.png} 2x|\">"));
  }

  @Test
  void link_text() {
    assertEquals(
        "/shop/s/a.css?x=1&amp;v=3fc4ccfe7458 /shop/s/a.css?x=1&v=3fc4ccfe7458",
        inShop("[[@{/s/a.css(x=1)}]] [(@{/s/a.css(x=1)})]"));
  }

  @Test
  void link_inlineScriptAndStyle() {
    assertEquals(
        "<script>let u = \"/shop/s/a.js?x=1\\u0026v=3fc4ccfe7458\";</script>",
        inShop("<script th:inline=\"javascript\">let u = [[@{/s/a.js(x=1)}]];</script>"));
    assertEquals(
        "<style>a { background: url(\\/shop\\/s\\/a\\.png\\?v\\=3fc4ccfe7458) }</style>",
        inShop("<style th:inline=\"css\">a { background: url([[@{/s/a.png}]]) }</style>"));
  }

  @Test
  void link_javascriptTemplate() {
    TemplateEngine engine =
        engine(
            TemplateMode.JAVASCRIPT, "let u = /*[[@{/s/a.js}]]*/ 'a.js';", autoversion().build());
    assertEquals(
        "let u = \"/shop/s/a.js?v=3fc4ccfe7458\";",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void link_cssTemplate() {
    TemplateEngine engine =
        engine(TemplateMode.CSS, "a { background: url([(@{/s/a.png})]) }", autoversion().build());
    assertEquals(
        "a { background: url(/shop/s/a.png?v=3fc4ccfe7458) }",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void link_textTemplate() {
    TemplateEngine engine =
        engine(
            TemplateMode.TEXT, "[# th:each=\"u : ${list}\"][(@{${u}})] [/]", autoversion().build());
    assertEquals(
        "/shop/s/a.png?v=3fc4ccfe7458 /shop/about ",
        engine.process(PAGE, request("/shop", Map.of("list", List.of("/s/a.png", "/about")))));
  }

  @Test
  void link_sessionIdInUrl() {
    Exchange exchange = Exchange.in("/shop").encoding(url -> url.replace(".css", ".css;id=1A"));
    assertEquals(
        "<a href=\"/shop/s/a.css;id=1A?x=1&amp;v=3fc4ccfe7458\"></a>",
        engine("<a th:href=\"@{/s/a.css(x=1)}\"></a>").process(PAGE, request(exchange, Map.of())));
    Autoversion fileName = autoversion().placement(Placement.fileName()).build();
    assertEquals(
        "<a href=\"/shop/s/a-3fc4ccfe7458.css;id=1A?x=1\"></a>",
        engine(TemplateMode.HTML, "<a th:href=\"@{/s/a.css(x=1)}\"></a>", fileName)
            .process(PAGE, request(exchange, Map.of())));
  }

  /** What a filter puts behind the context path, a version's folder, is no part of that. */
  @ParameterizedTest
  @CsvSource({"''", "/shop"})
  void link_versionedByTheResponse(String contextPath) {
    Exchange theirs = Exchange.in(contextPath).encoding(url -> url.replace("/a.js", "/v7/a.js"));
    Autoversion ours =
        Autoversion.builder().directory("/", site).placement(Placement.pathSegment()).build();
    Exchange byUs = Exchange.in(contextPath).encoding(url -> ours.url(url, contextPath));
    String template = "<a th:href=\"@{/a.js}\" av:src=\"/a.js\"></a>";
    TemplateEngine engine = engine(TemplateMode.HTML, template, ours);
    String url = contextPath + "/v7/a.js";
    assertEquals(
        "<a href=\"" + url + "\" src=\"" + url + "\"></a>",
        engine.process(PAGE, request(theirs, Map.of())));
    String versioned = contextPath + "/@3fc4ccfe7458/a.js";
    assertEquals(
        "<a href=\"" + versioned + "\" src=\"" + versioned + "\"></a>",
        engine.process(PAGE, request(byUs, Map.of())));
  }

  @Test
  void link_fileNameAndHost() {
    Autoversion cdn =
        autoversion().placement(Placement.fileName()).host("https://cdn.example").build();
    TemplateEngine engine =
        engine(
            TemplateMode.HTML,
            "<a th:href=\"@{/s/a.css}\" th:title=\"@{/about}\" av:version></a>",
            cdn);
    assertEquals(
        "<a href=\"https://cdn.example/shop/s/a-3fc4ccfe7458.css\" title=\"/shop/about\"></a>",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  /** What the link builder did must look done to the attributes, under a mount that has it all. */
  @Test
  void link_hostAndMountAtRoot() {
    Autoversion cdn =
        Autoversion.builder()
            .directory("/", site)
            .host("https://cdn.example")
            .onMissing(OnMissing.FAIL)
            .build();
    TemplateEngine engine =
        engine(
            TemplateMode.HTML,
            "<a th:src=\"@{/a.css}\" av:href=\"/a.css\" poster=\"https://cdn.example/shop/a.css?v=old\""
                + " av:version></a>",
            cdn);
    String url = "https://cdn.example/shop/a.css?v=3fc4ccfe7458";
    assertEquals(
        "<a src=\"" + url + "\" href=\"" + url + "\" poster=\"" + url + "\"></a>",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void link_builderToldContextPath() {
    Autoversion told = autoversion().contextPath("/shop").build();
    TemplateEngine engine = engine(TemplateMode.HTML, "<a th:href=\"@{/s/a.css}\"></a>", told);
    assertEquals(
        "<a href=\"/shop/s/a.css?v=3fc4ccfe7458\"></a>",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void link_insideExpressionObject() {
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\"></a>",
        atRoot("<a th:href=\"@{__${#autoversion.url('/s/a.css')}__}\"></a>"));
  }
}
