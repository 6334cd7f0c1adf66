package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

class VersionFlagTest extends PageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "href=\"/s/a.css\" av:version      | href=\"/s/a.css\"",
        "href=\"/shop/s/a.css\" av:version | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "av:version src=\"/shop/s/a.js\"   | src=\"/shop/s/a.js?v=3fc4ccfe7458\"",
        "poster=\"/shop/s/a.png\" av:version | poster=\"/shop/s/a.png?v=3fc4ccfe7458\"",
        "href=\"/shop/s/a.css\" av:version=\"\" | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "href=\"/shop/s/a.css\" data-av-version | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "HREF=\"/shop/s/a.css\" av:version | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "href=/shop/s/a.css av:version     | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "href='../a.css' av:version        | href='../a.css'",
        "href=\"/shop/s/no?a&b\" av:version | href=\"/shop/s/no?a&b\"",
        "href=\"/shop/s/a.css?a&b\" av:version | href=\"/shop/s/a.css?a&amp;b&amp;v=3fc4ccfe7458\"",
        "href=\"/shop/s/it's%20&amp;%20more.css\" av:version"
            + " | href=\"/shop/s/it&#39;s%20&amp;%20more.css?v=3fc4ccfe7458\"",
        "src=\"/shop/s/a.png\" srcset=\"/shop/s/b.png 2x\" av:version"
            + " | src=\"/shop/s/a.png?v=3fc4ccfe7458\" srcset=\"/shop/s/b.png?v=8b5b9db0c13d 2x\"",
        "href av:version                   | href",
        "av:version title=\"/shop/s/a.css\" | title=\"/shop/s/a.css\"",
        "av:href=\"/s/a.css\" av:version   | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
      })
  void flag_staticAttributes(String written, String sent) {
    assertEquals("<a " + sent + "></a>", inShop("<a " + written + "></a>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "th:href=\"@{/s/a.css}\"          | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:href=\"${p}\"                 | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:attr=\"href=${p}\"            | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:attrappend=\"href=${p}\"      | href=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:poster=\"${p}\"               | poster=\"/shop/s/a.css?v=3fc4ccfe7458\"",
        "th:srcset=\"${p + ' 2x'}\"       | srcset=\"/shop/s/a.css?v=3fc4ccfe7458 2x\"",
        "th:with=\"q=${p}\" th:src=\"${q}\" | src=\"/shop/s/a.css?v=3fc4ccfe7458\"",
      })
  void flag_afterEveryStandardAttribute(String written, String sent) {
    TemplateEngine alone = bare(TemplateMode.HTML, "<a av:version " + written + "></a>");
    alone.addDialect(new AutoversionDialect(autoversion().build()));
    assertEquals(
        "<a " + sent + "></a>",
        alone.process(PAGE, request("/shop", Map.of("p", "/shop/s/a.css"))));
  }

  @Test
  void flag_outsideWeb() {
    assertEquals(
        "<img src=\"/s/a.png?v=3fc4ccfe7458\">",
        mail("<img src=\"/s/a.png\" av:version>", Map.of()));
  }

  @Test
  void flag_neverEvaluates() {
    assertEquals(
        "<a href=\"${secret}\"></a>",
        inShop("<a href=\"${secret}\" av:version></a>", Map.of("secret", "s3cret")));
  }
}
