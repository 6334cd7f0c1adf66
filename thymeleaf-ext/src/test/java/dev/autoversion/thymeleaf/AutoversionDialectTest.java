package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;

class AutoversionDialectTest extends PageTest {
  private static final String LINKS = "<a th:href=\"@{/s/a.css}\" av:src=\"/s/a.js\"></a>";
  private static final String VERSIONED =
      "<a href=\"/s/a.css?v=3fc4ccfe7458\" src=\"/s/a.js?v=3fc4ccfe7458\"></a>";

  @Test
  void constants() {
    AutoversionDialect dialect = new AutoversionDialect(autoversion().build());
    assertEquals("autoversion", AutoversionDialect.NAME);
    assertEquals("autoversion", dialect.getName());
    assertEquals("av", AutoversionDialect.PREFIX);
    assertEquals("av", dialect.getPrefix());
  }

  @Test
  void new_nothing() {
    assertThrows(NullPointerException.class, () -> new AutoversionDialect(null));
    TemplateEngine engine = bare(TemplateMode.HTML, LINKS);
    assertThrows(NullPointerException.class, () -> AutoversionDialect.install(engine, null));
  }

  @Test
  void install_twice() {
    Autoversion autoversion = autoversion().build();
    TemplateEngine engine = engine(TemplateMode.HTML, LINKS, autoversion);
    Set<ILinkBuilder> builders = Set.copyOf(engine.getLinkBuilders());
    AutoversionDialect.install(engine, autoversion);
    assertEquals(builders, engine.getLinkBuilders());
    assertEquals(2, engine.getDialects().size());
    assertEquals(VERSIONED, engine.process(PAGE, request("", Map.of())));
  }

  @Test
  void install_another() {
    TemplateEngine engine = engine(LINKS);
    Autoversion another = autoversion().build();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> AutoversionDialect.install(engine, another));
    assertEquals(
        "this template engine has a dialect with another Autoversion;"
            + " give both the same, or each engine its own",
        e.getMessage());
    assertEquals(VERSIONED, engine.process(PAGE, request("", Map.of())));
  }

  @Test
  void install_afterTheFirstPage() {
    TemplateEngine engine = bare(TemplateMode.HTML, LINKS);
    engine.process(PAGE, request("", Map.of()));
    Autoversion autoversion = autoversion().build();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> AutoversionDialect.install(engine, autoversion));
    assertEquals(
        "this template engine is in use already and can't be changed;"
            + " install autoversion before its first page",
        e.getMessage());
  }

  @Test
  void prefix_another() {
    Autoversion autoversion = autoversion().build();
    TemplateEngine engine =
        bare(
            TemplateMode.HTML,
            "<a xmlns:asset=\"x\" asset:href=\"/s/a.css\" data-asset-src=\"/s/a.js\""
                + " poster=\"/s/a.png\" asset:version av:href=\"/s/a.css\"></a>");
    engine.addDialect("asset", new AutoversionDialect(autoversion));
    AutoversionDialect.install(engine, autoversion);
    assertEquals(
        "<a href=\"/s/a.css?v=3fc4ccfe7458\" src=\"/s/a.js?v=3fc4ccfe7458\""
            + " poster=\"/s/a.png?v=3fc4ccfe7458\" av:href=\"/s/a.css\"></a>",
        engine.process(PAGE, request("", Map.of())));
  }

  /** An own link builder, as some frameworks have it; it knows links to {@code ~cdn} only. */
  private static final class CdnLinks extends AbstractLinkBuilder {
    @Override
    public String buildLink(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      return base.startsWith("cdn:") ? base.substring(4) : null;
    }
  }

  @Test
  void linkBuilders_allWrapped() {
    CdnLinks cdn = new CdnLinks();
    cdn.setName("cdn");
    cdn.setOrder(1);
    StandardLinkBuilder standard = new StandardLinkBuilder();
    standard.setOrder(2);
    TemplateEngine engine =
        bare(
            TemplateMode.HTML,
            "[[@{cdn:/shop/s/a.css}]] [[@{cdn:/s/a.css}]] [[@{/s/a.css}]] [[@{/about}]]");
    engine.setLinkBuilder(standard);
    engine.addLinkBuilder(cdn);
    AutoversionDialect.install(engine, autoversion().build());
    List<String> names = new ArrayList<>();
    List<Integer> orders = new ArrayList<>();
    for (ILinkBuilder builder : engine.getLinkBuilders()) {
      names.add(builder.getName());
      orders.add(builder.getOrder());
    }
    assertEquals(List.of(StandardLinkBuilder.class.getName(), "cdn"), names);
    assertEquals(List.of(2, 1), orders);
    assertEquals(
        "/shop/s/a.css?v=3fc4ccfe7458 /s/a.css /shop/s/a.css?v=3fc4ccfe7458 /shop/about",
        engine.process(PAGE, request("/shop", Map.of())));
  }

  @Test
  void engines_twoWithOneDialect() {
    AutoversionDialect dialect = new AutoversionDialect(autoversion().build());
    for (String contextPath : List.of("/one", "/two")) {
      TemplateEngine engine = bare(TemplateMode.HTML, "<a av:href=\"/s/a.css\"></a>");
      engine.addDialect(dialect);
      assertEquals(
          "<a href=\"" + contextPath + "/s/a.css?v=3fc4ccfe7458\"></a>",
          engine.process(PAGE, request(contextPath, Map.of())));
    }
  }

  @Test
  void engines_independent() {
    TemplateEngine query = engine(LINKS);
    TemplateEngine fileName =
        engine(TemplateMode.HTML, LINKS, autoversion().placement(Placement.fileName()).build());
    TemplateEngine untouched = bare(TemplateMode.HTML, "<a th:href=\"@{/s/a.css}\"></a>");
    assertEquals(VERSIONED, query.process(PAGE, request("", Map.of())));
    assertEquals(
        "<a href=\"/s/a-3fc4ccfe7458.css\" src=\"/s/a-3fc4ccfe7458.js\"></a>",
        fileName.process(PAGE, request("", Map.of())));
    assertEquals(VERSIONED, query.process(PAGE, request("", Map.of())));
    assertEquals("<a href=\"/s/a.css\"></a>", untouched.process(PAGE, request("", Map.of())));
  }

  @Test
  void threads_eightAtOnce() throws Exception {
    TemplateEngine engine =
        engine(
            "<a th:href=\"@{${p}}\" av:src=\"/s/{n}.png(n=${n})\""
                + " th:title=\"${#autoversion.url(q)}\"></a>");
    Map<String, Object> first = Map.of("p", "/s/a.css", "q", "/one/s/a.css", "n", "a");
    Map<String, Object> second = Map.of("p", "/s/dark/a.css", "q", "/two/s/dark/a.css", "n", "b");
    List<Callable<String>> pages = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pages.add(() -> engine.process(PAGE, request("/one", first)));
      pages.add(() -> engine.process(PAGE, request("/two", second)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Iterator<Future<String>> rendered = threads.invokeAll(pages).iterator();
      while (rendered.hasNext()) {
        assertEquals(
            "<a href=\"/one/s/a.css?v=3fc4ccfe7458\" src=\"/one/s/a.png?v=3fc4ccfe7458\""
                + " title=\"/one/s/a.css?v=3fc4ccfe7458\"></a>",
            rendered.next().get());
        assertEquals(
            "<a href=\"/two/s/dark/a.css?v=8b5b9db0c13d\" src=\"/two/s/b.png?v=8b5b9db0c13d\""
                + " title=\"/two/s/dark/a.css?v=8b5b9db0c13d\"></a>",
            rendered.next().get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Where {@code "VERSION".toLowerCase()} is not {@code "version"}: {@code i} has no dot. */
  @Test
  void locale_turkish() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertEquals(
          "<IMG src=\"/s/a.png?v=3fc4ccfe7458\" href=\"/s/a.css?v=3fc4ccfe7458\">"
              + "<video poster=\"/s/a.png?v=3fc4ccfe7458\"></video>DATA:x",
          atRoot(
              "<IMG src=\"/s/a.png\" AV:HREF=\"/s/a.css\" AV:VERSION>"
                  + "<video DATA-AV-POSTER=\"/s/a.png\"></video>[[@{__${d}__}]]",
              Map.of("d", "DATA:x")));
    } finally {
      Locale.setDefault(usual);
    }
  }
}
