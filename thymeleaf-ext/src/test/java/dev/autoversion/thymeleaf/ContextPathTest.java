package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;

/** Where the context path comes from: the request, or what the link builders build. */
class ContextPathTest extends PageTest {
  /** As Micronaut's: it knows the context path from elsewhere than Thymeleaf's web context. */
  private static ILinkBuilder shopLinks(String contextPath) {
    return new StandardLinkBuilder() {
      @Override
      protected String computeContextPath(
          IExpressionContext context, String base, Map<String, Object> parameters) {
        return contextPath;
      }
    };
  }

  /** Puts this before what the application's own links begin with, and leaves the rest. */
  private static ILinkBuilder linksOf(String prefix, String front) {
    AbstractLinkBuilder builder =
        new AbstractLinkBuilder() {
          @Override
          public String buildLink(
              IExpressionContext context, String base, Map<String, Object> parameters) {
            return base.startsWith(prefix) ? front + base : null;
          }
        };
    builder.setOrder(0);
    return builder;
  }

  private static IContext noRequest() {
    return new Context(
        Locale.ENGLISH,
        Map.of("n", "a", "path", "/s/a.css", "inShop", "/shop/s/a.css", "space", "new theme.css"));
  }

  private TemplateEngine engine(ILinkBuilder links, String template) {
    return engine(links, template, autoversion().build());
  }

  private static TemplateEngine engine(ILinkBuilder links, String template, Autoversion all) {
    TemplateEngine engine = bare(TemplateMode.HTML, template);
    engine.setLinkBuilder(links);
    AutoversionDialect.install(engine, all);
    return engine;
  }

  private TemplateEngine dialectAlone(ILinkBuilder links, String template) {
    TemplateEngine engine = bare(TemplateMode.HTML, template);
    engine.setLinkBuilder(links);
    engine.addDialect(new AutoversionDialect(autoversion().build()));
    return engine;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "th:href=\"@{/s/a.css}\"          | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:href=\"@{/s/a.css(x=1)}\"     | href=\"/shop/s/a.css?x=1&amp;v=3fc4ccfe7458\"",
        "th:href=\"@{/s/a.css?x=1#y}\"    | href=\"/shop/s/a.css?x=1&amp;v=3fc4ccfe7458#y\"",
        "th:href=\"@{/s/{n}(n=${space})}\" | href=\"/shop/s/new%20theme.css?v=8b5b9db0c13d\"",
        "th:href=\"@{/about}\"            | href=\"/shop/about\"",
        "th:href=\"@{~/s/a.css}\"         | href=\"/s/a.css\"",
        "th:href=\"@{~/shop/s/a.css}\"    | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:href=\"@{//cdn/s/a.css}\"     | href=\"//cdn/s/a.css\"",
        "th:href=\"@{https://x/s/a.css}\" | href=\"https://x/s/a.css\"",
        "th:href=\"@{s/a.css}\"           | href=\"s/a.css\"",
        "av:src=\"/s/a.js\"               | src=\"/shop/s/a.js?v=3fc4ccfe7458\"",
        "av:src=\"/s/{n}.js(n=${n},x=1)\" | src=\"/shop/s/a.js?x=1&amp;v=3fc4ccfe7458\"",
        "av:src=\"~/s/a.js\"              | src=\"/s/a.js\"",
        "av:src=\"@{/s/a.js}\"            | src=\"/shop/s/a.js?v=3fc4ccfe7458\"",
        "av:src=\"${path}\"               | src=\"/s/a.css\"",
        "av:src=\"${inShop}\"             | src=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:data-av-src=\"${path}\"       | src=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "av:srcset=\"/s/a.png 1x, ~/s/a.png 2x, /s/b.png 3x\""
            + " | srcset=\"/shop/s/a.png?v=3fc4ccfe7458 1x, /s/a.png 2x,"
            + " /shop/s/b.png?v=8b5b9db0c13d 3x\"",
        "href=\"/shop/s/a.css\" av:version | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "href=\"/s/a.css\" av:version     | href=\"/s/a.css\"",
        "th:title=\"${#autoversion.url('/shop/s/a.css')}\""
            + " | title=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:title=\"${#autoversion.url('/s/a.css')}\" | title=\"/s/a.css\"",
      })
  void noRequest_linkBuilderWithContextPath(String written, String sent) {
    TemplateEngine engine = engine(shopLinks("/shop"), "<a " + written + "></a>");
    assertEquals("<a " + sent + "></a>", engine.process(PAGE, noRequest()));
  }

  @Test
  void noRequest_linkBuilderWithoutContextPath() {
    TemplateEngine engine =
        engine(
            shopLinks(""),
            "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\" poster=\"/s/a.png\" av:version></a>");
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\" src=\"/s/a.js?v=3fc4ccfe7458\""
            + " poster=\"/s/a.png?v=3fc4ccfe7458\"></a>",
        engine.process(PAGE, noRequest()));
  }

  @Test
  void noRequest_dialectAlone() {
    TemplateEngine engine =
        dialectAlone(
            shopLinks("/shop"),
            "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\"></a><i th:src=\"@{/s/a.css}\" av:version></i>");
    assertEquals(
        "<a href=\"/shop/s/a.css\" src=\"/shop/s/a.js?v=3fc4ccfe7458\"></a>"
            + "<i src=\"/shop/s/a.css?v=3fc4ccfe7458\"></i>",
        engine.process(PAGE, noRequest()));
  }

  /** Thymeleaf's own link builder comes behind it, and refuses what is left without a request. */
  @Test
  void noRequest_linkBuilderForAssetsOnly() {
    TemplateEngine engine =
        bare(
            TemplateMode.HTML,
            "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\" av:poster=\"/about\"></a>");
    engine.addLinkBuilder(linksOf("/s/", "/shop"));
    AutoversionDialect.install(engine, autoversion().build());
    assertEquals(
        "<a href=\"/shop/s/a.css?v=3fc4ccfe7458\" src=\"/shop/s/a.js?v=3fc4ccfe7458\""
            + " poster=\"/about\"></a>",
        engine.process(PAGE, noRequest()));
  }

  @Test
  void noRequest_placementAndHost() {
    Autoversion cdn =
        autoversion().placement(Placement.fileName()).host("https://cdn.example").build();
    TemplateEngine engine =
        engine(
            shopLinks("/shop"),
            "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\" th:title=\"@{~/s/a.css}\" av:version></a>",
            cdn);
    assertEquals(
        "<a href=\"https://cdn.example/shop/s/a-3fc4ccfe7458.css\""
            + " src=\"https://cdn.example/shop/s/a-3fc4ccfe7458.js\" title=\"/s/a.css\"></a>",
        engine.process(PAGE, noRequest()));
  }

  /** Behind a proxy that puts a prefix of its own in front, which the link builder knows. */
  @Test
  void request_linkBuilderKnowsBetter() {
    String template = "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\"></a>";
    TemplateEngine engine = engine(shopLinks("/proxy/shop"), template);
    assertEquals(
        "<a href=\"/proxy/shop/s/a.css?v=3fc4ccfe7458\""
            + " src=\"/proxy/shop/s/a.js?v=3fc4ccfe7458\"></a>",
        engine.process(PAGE, request("/shop", Map.of())));
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\" src=\"/s/a.js?v=3fc4ccfe7458\"></a>",
        engine(shopLinks(""), template).process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void request_sessionIdBehindTheLinkBuildersContextPath() {
    Exchange exchange = Exchange.in("/shop").encoding(url -> url.replace(".css", ".css;id=1A"));
    TemplateEngine engine =
        engine(shopLinks("/proxy"), "[[@{/s/a.css}]] [[@{/s/a.css?;x}]] [[@{/s/a.css#;x}]]");
    assertEquals(
        "/proxy/s/a.css;id=1A?v=3fc4ccfe7458 /proxy/s/a.css;id=1A?;x&amp;v=3fc4ccfe7458"
            + " /proxy/s/a.css;id=1A?v=3fc4ccfe7458#;x",
        engine.process(PAGE, request(exchange, Map.of())));
  }

  @Test
  void request_sessionIdWhereTheLinkBuilderHasNoContextPath() {
    Exchange exchange = Exchange.in("/shop").encoding(url -> url.replace(".css", ".css;id=1A"));
    assertEquals(
        "/s/a.css;id=1A?v=3fc4ccfe7458",
        engine(shopLinks(""), "[[@{/s/a.css}]]").process(PAGE, request(exchange, Map.of())));
  }

  /** However much of a page wants to know: link builders may be slow. */
  @Test
  void noRequest_linkBuilderIsAskedOncePerPage() {
    AtomicInteger asked = new AtomicInteger();
    AbstractLinkBuilder counting =
        new AbstractLinkBuilder() {
          @Override
          public String buildLink(
              IExpressionContext context, String base, Map<String, Object> parameters) {
            asked.addAndGet(base.equals("/") ? 1 : 0);
            return "/shop" + base;
          }
        };
    TemplateEngine engine =
        engine(
            counting,
            "<a href=\"/shop/s/a.css\" av:version></a>"
                + "<a av:href=\"${inShop}\"></a>[[${#autoversion.url(inShop)}]]");
    for (int page = 1; page <= 2; page++) {
      assertEquals(
          "<a href=\"/shop/s/a.css?v=3fc4ccfe7458\"></a>"
              + "<a href=\"/shop/s/a.css?v=3fc4ccfe7458\"></a>/shop/s/a.css?v=3fc4ccfe7458",
          engine.process(PAGE, noRequest()));
      assertEquals(page, asked.get());
    }
  }

  /** The path of the mount stands in the context path as well. */
  @Test
  void request_contextPathLikeTheMount() {
    TemplateEngine engine =
        engine(new StandardLinkBuilder(), "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\"></a>");
    assertEquals(
        "<a href=\"/s/s/a.css?v=3fc4ccfe7458\" src=\"/s/s/a.js?v=3fc4ccfe7458\"></a>",
        engine.process(PAGE, request("/s", Map.of())));
  }

  /** Fronts that are no path: the request's context path counts, where there is one. */
  @ParameterizedTest
  @CsvSource({
    "https://cdn.example",
    "https://cdn.example/shop",
    "//cdn.example/shop",
    "/shop/",
    "/go?to=",
    "/go#",
  })
  void front_isNoContextPath(String front) {
    TemplateEngine engine =
        engine(linksOf("/", front), "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\"></a>");
    String page = "<a href=\"" + front + "/s/a.css\" src=\"" + front + "/s/a.js\"></a>";
    assertEquals(page, engine.process(PAGE, request("/shop", Map.of())));
    assertEquals(page, engine.process(PAGE, noRequest()));
  }

  @Test
  void front_hostOfOurs() {
    Autoversion cdn = autoversion().host("https://cdn.example").build();
    TemplateEngine engine =
        engine(
            linksOf("/", "https://cdn.example/shop"),
            "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\"></a>",
            cdn);
    assertEquals(
        "<a href=\"https://cdn.example/shop/s/a.css?v=3fc4ccfe7458\""
            + " src=\"https://cdn.example/shop/s/a.js?v=3fc4ccfe7458\"></a>",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void link_thatNoneBuilds() {
    TemplateEngine engine = engine(linksOf("/s/", "/shop"), "<a th:href=\"@{/about}\"></a>");
    assertThrows(TemplateProcessingException.class, () -> engine.process(PAGE, noRequest()));
  }

  /** What is wrong in the expression itself is told, and not taken for a missing request. */
  @Test
  void noRequest_expressionThatFails() {
    TemplateEngine engine =
        engine(new StandardLinkBuilder(), "<a av:href=\"/s/{n}(n=${n.nowhere})\"></a>");
    assertThrows(TemplateProcessingException.class, () -> engine.process(PAGE, noRequest()));
  }
}
