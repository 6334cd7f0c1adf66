package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.ManualTime;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import dev.autoversion.page.LinkPlace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.templatemode.TemplateMode;

/** What a warning of a misspelt reference says of the template. */
class PlaceTest extends PageTest {
  private Autoversion warning() {
    return autoversion().onMissing(OnMissing.WARN).build();
  }

  /** Where each line of the log says that something is missing. */
  private static List<String> places(Runnable rendering) {
    return CapturedLog.of(rendering).stream().map(line -> line.split(": no asset", 2)[0]).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>\n<img th:src=\"@{/s/aa.png}\"></p>",
        "<p>\n<img th:src=\"@{/s/{x}.png(x='aa')}\"></p>",
        "<p>\n<img th:src=\"${#autoversion.url('/s/aa.png')}\"></p>",
        "<p>\n<img av:src=\"/s/aa.png\"></p>",
        "<p>\n<img av:src=\"${'/s/aa.png'}\"></p>",
        "<p>\n<img src=\"/s/aa.png\" av:version></p>",
        "<p>\n<b>[[@{/s/aa.png}]]</b></p>",
        "<p>\n<av:preload href=\"/s/aa.png\"/></p>",
        "<p>\n<av:entrypoint src=\"${'/s/aa.png'}\"/></p>"
      })
  void line_ofTheTag(String template) {
    TemplateEngine engine = engine(TemplateMode.HTML, template, warning());
    assertEquals(
        List.of("page:2"), places(() -> engine.process(PAGE, request("", Map.of()))), template);
  }

  @Test
  void line_ofAMail() {
    TemplateEngine engine =
        engine(TemplateMode.HTML, "<p>\n<img av:src=\"/s/aa.png\"></p>", warning());
    assertEquals(List.of("page:2"), places(() -> engine.process(PAGE, new Context())));
  }

  @Test
  void line_dialectAlone() {
    TemplateEngine engine = bare(TemplateMode.HTML, "<p>\n<img av:src=\"/s/aa.png\"></p>");
    engine.addDialect(new AutoversionDialect(warning()));
    assertEquals(List.of("page:2"), places(() -> engine.process(PAGE, request("", Map.of()))));
  }

  @Test
  void line_ofATemplateWithoutTags() {
    TemplateEngine engine =
        engine(TemplateMode.TEXT, "\n[(${#autoversion.url('/s/aa.png')})]", warning());
    assertEquals(List.of("page:2"), places(() -> engine.process(PAGE, request("", Map.of()))));
  }

  /** Spring MVC's links are versioned by the response first, which knows of no template. */
  @Test
  void attribute_whileALinkIsBuilt() {
    Exchange[] exchange = new Exchange[1];
    StringBuilder told = new StringBuilder();
    exchange[0] =
        Exchange.in("")
            .encoding(
                url -> {
                  Object place = exchange[0].getAttributeValue(LinkPlace.ATTRIBUTE);
                  told.append(url).append(" in ").append(LinkPlace.of(place)).append('\n');
                  return url;
                });
    engine("<a th:href=\"@{/about}\">\n<a th:href=\"@{/s/a.css}\"></a></a>")
        .process(PAGE, request(exchange[0], Map.of()));
    assertEquals("/about in page:1\n/s/a.css in page:2\n", told.toString());
    Object afterwards = exchange[0].getAttributeValue(LinkPlace.ATTRIBUTE);
    assertEquals("", LinkPlace.of(afterwards));
  }

  /** Else a file that changes right after its link was encoded counts as missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a th:href=\"@{/s/a.css}\"></a>",
        "<a av:href=\"/s/a.css\"></a>",
        "<a av:href=\"@{/s/a.css}\"></a>",
        "<a th:href=\"@{/s/a.css}\" av:version></a>"
      })
  void attribute_toldWhatALinkBecame_notAskedAgain(String template) {
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
              edit("a.css", "three");
              time.advance(Duration.ofSeconds(1));
            });
    TemplateEngine engine = engine(TemplateMode.HTML, template, autoversion);
    assertEquals(
        "<a href=\"/s/a-3fc4ccfe7458.css\"></a>",
        engine.process(PAGE, request(exchange, Map.of())));
    edit("a.css", "two");
    time.advance(Duration.ofSeconds(1));
    assertEquals(
        "<a href=\"/s/a-3fc4ccfe7458.css\"></a>",
        engine.process(PAGE, request(exchange, Map.of())));
  }

  /** The link builder comes first, and the attribute need not ask again. */
  @Test
  void attribute_afterTheLinkBuilder_notAskedAgain() {
    Autoversion autoversion = autoversion().build();
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\"></a>",
        engine(TemplateMode.HTML, "<a av:href=\"/s/a.css\"></a>", autoversion)
            .process(PAGE, request("", Map.of())));
    assertEquals(1, autoversion.stats().hits() + autoversion.stats().misses());
  }

  /** A mail has no request that remembers what its last link became. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a av:href=\"/s/a.css\"></a>",
        "<a av:href=\"@{~/s/a.css}\"></a>",
        "<a th:href=\"@{~/s/a.css}\" av:version></a>"
      })
  void mail_fileEditedMeanwhile_notAskedAgain(String template) {
    for (int edited = 0; edited < 12; edited++) {
      edit("a.css", "two");
      AssetSource files = AssetSource.directory(site);
      AtomicInteger looksLeft = new AtomicInteger(edited);
      AssetSource source =
          path -> {
            if (looksLeft.getAndDecrement() == 0) {
              edit("a.css", "three");
            }
            return files.find(path);
          };
      Autoversion autoversion =
          Autoversion.builder()
              .source("/s", source)
              .recheckAfter(Duration.ZERO)
              .placement(Placement.fileName())
              .onMissing(OnMissing.FAIL)
              .build();
      String mail = engine(TemplateMode.HTML, template, autoversion).process(PAGE, new Context());
      assertTrue(
          Set.of("<a href=\"/s/a-3fc4ccfe7458.css\"></a>", "<a href=\"/s/a-8b5b9db0c13d.css\"></a>")
              .contains(mail),
          mail);
    }
  }

  /** It may add a host, or have other mounts. */
  @Test
  void attribute_toldByAnother_askedAgain() {
    Autoversion other = autoversion().placement(Placement.fileName()).build();
    Autoversion hosted =
        autoversion().placement(Placement.fileName()).host("https://cdn.example").build();
    assertEquals(
        "<a href=\"https://cdn.example/s/a-3fc4ccfe7458.css\"></a>",
        engine(TemplateMode.HTML, "<a th:href=\"@{/s/a.css}\"></a>", hosted)
            .process(PAGE, request(Exchange.versioning(other, () -> {}), Map.of())));
  }

  @Test
  void attribute_whileNoLinkIsBuilt() {
    Exchange exchange = Exchange.in("");
    LazyContextVariable<String> place =
        new LazyContextVariable<>() {
          @Override
          protected String loadValue() {
            return LinkPlace.of(exchange.getAttributeValue(LinkPlace.ATTRIBUTE));
          }
        };
    assertEquals(
        "<a href=\"/about\"></a><b></b>",
        engine("<a th:href=\"@{/about}\"></a><b th:text=\"${place}\"></b>")
            .process(PAGE, request(exchange, Map.of("place", place))));
  }

  /** A page that is made while a link is built has links of its own, and then it is over. */
  @Test
  void attribute_linkWithinALink() {
    Exchange[] exchange = new Exchange[1];
    StringBuilder told = new StringBuilder();
    TemplateEngine inner = engine("\n\n<a th:href=\"@{/inner}\"></a>");
    exchange[0] =
        Exchange.in("")
            .encoding(
                url -> {
                  if (url.equals("/outer")) {
                    inner.process(PAGE, request(exchange[0], Map.of()));
                  }
                  Object place = exchange[0].getAttributeValue(LinkPlace.ATTRIBUTE);
                  told.append(url).append(" in ").append(LinkPlace.of(place)).append('\n');
                  return url;
                });
    engine("\n<a th:href=\"@{/outer}\"></a>").process(PAGE, request(exchange[0], Map.of()));
    assertEquals("/inner in page:3\n/outer in page:2\n", told.toString());
  }

  @Test
  void attribute_oneForAPage() {
    Exchange exchange = Exchange.in("");
    TemplateEngine engine = engine("<a th:href=\"@{/s/a.css}\"></a>");
    List<Object> places =
        Stream.of(1, 2)
            .map(
                i -> {
                  engine.process(PAGE, request(exchange, Map.of()));
                  return exchange.getAttributeValue(LinkPlace.ATTRIBUTE);
                })
            .distinct()
            .toList();
    assertEquals(1, places.size());
  }
}
