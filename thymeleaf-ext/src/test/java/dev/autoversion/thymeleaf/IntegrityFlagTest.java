package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;

class IntegrityFlagTest extends PageTest {
  // printf two | openssl dgst -sha384 -binary | base64
  private static final String TWO =
      " integrity=\"sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script th:src=\"@{/s/a.js}\" av:integrity></script>"
            + " | <script src=\"/shop/s/a.js?v=3fc4ccfe7458\"TWO crossorigin=\"anonymous\"></script>",
        "<link av:integrity th:href=\"@{/s/a.css}\">"
            + " | <link href=\"/shop/s/a.css?v=3fc4ccfe7458\"TWO crossorigin=\"anonymous\">",
        "<link av:href=\"/s/a.css\" data-av-integrity>"
            + " | <link href=\"/shop/s/a.css?v=3fc4ccfe7458\"TWO crossorigin=\"anonymous\">",
        "<link href=\"/shop/s/a.css\" av:version av:integrity>"
            + " | <link href=\"/shop/s/a.css?v=3fc4ccfe7458\"TWO crossorigin=\"anonymous\">",
        "<link crossorigin=\"use-credentials\" av:href=\"/s/a.css\" av:integrity>"
            + " | <link crossorigin=\"use-credentials\" href=\"/shop/s/a.css?v=3fc4ccfe7458\"TWO>",
        "<link href=\"/shop/s/a.css\" av:integrity> | <link href=\"/shop/s/a.css\">",
        "<link av:href=\"/s/none.css\" av:integrity> | <link href=\"/shop/s/none.css\">",
        "<link href=\"https://x.example/a.css\" av:integrity>"
            + " | <link href=\"https://x.example/a.css\">",
        "<script av:integrity>1</script> | <script>1</script>",
        "<link rel=\"preload\" as=\"style\" av:href=\"/s/a.css\" av:integrity> | <link rel=\"preload\""
            + " as=\"style\" href=\"/shop/s/a.css?v=3fc4ccfe7458\"TWO crossorigin=\"anonymous\">",
        "<link rel=\"preload\" as=\"image\" av:href=\"/s/a.png\" av:integrity>"
            + " | <link rel=\"preload\" as=\"image\" href=\"/shop/s/a.png?v=3fc4ccfe7458\">",
      })
  void flag_whereTheUrlIsVersioned(String written, String sent) {
    assertEquals(sent.replace("TWO", TWO), inShop(written));
  }

  @Test
  void flag_dialectAlone_plainUrlHasNone() {
    TemplateEngine alone =
        bare(TemplateMode.HTML, "<script th:src=\"@{/s/a.js}\" av:integrity></script>");
    alone.addDialect(new AutoversionDialect(autoversion().build()));
    assertEquals(
        "<script src=\"/shop/s/a.js\"></script>", alone.process(PAGE, request("/shop", Map.of())));
  }

  /** The tag works without: nothing else would be right for the URL that it has. */
  @Test
  void flag_fileEditedMeanwhile_noneAndNoComplaint() {
    ManualTime time = ManualTime.later();
    Autoversion autoversion =
        time.applyTo(autoversion())
            .placement(Placement.fileName())
            .onMissing(OnMissing.FAIL)
            .build();
    Exchange exchange =
        Exchange.versioning(
            autoversion,
            () -> {
              edit("a.js", "three");
              time.advance(Duration.ofSeconds(1));
            });
    String template = "<script th:src=\"@{/s/a.js}\" av:integrity></script>";
    assertEquals(
        "<script src=\"/s/a-3fc4ccfe7458.js\"></script>",
        engine(TemplateMode.HTML, template, autoversion)
            .process(PAGE, request(exchange, Map.of())));
  }

  @Test
  void flag_elsewhere_refused() {
    TemplateProcessingException e =
        assertThrows(
            TemplateProcessingException.class,
            () -> inShop("\n<img av:src=\"/s/a.png\" av:integrity>"));
    assertEquals(2, e.getLine());
    assertTrue(
        e.getCause().getMessage().contains("av:integrity stands in a script or a link"),
        e.getCause().getMessage());
  }

  /** The message has the word as the template has it. */
  @Test
  void flag_elsewhere_otherPrefix() {
    TemplateEngine engine = bare(TemplateMode.HTML, "<p asset:integrity></p>");
    engine.addDialect("asset", new AutoversionDialect(autoversion().build()));
    TemplateProcessingException e =
        assertThrows(
            TemplateProcessingException.class,
            () -> engine.process(PAGE, request("/shop", Map.of())));
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertEquals("asset:integrity stands in a script or a link, unlike 'p'", cause.getMessage());
  }
}
