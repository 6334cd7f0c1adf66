package dev.autoversion.thymeleaf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;

/** {@code #autoversion} in templates. */
class AutoversionsTest extends PageTest {
  @Test
  void url_contextPathKeptAndNotAdded() {
    assertEquals(
        "/shop/s/a.css?v=3fc4ccfe7458 /s/a.css /about /shopping/s/a.css",
        inShop(
            "[[${#autoversion.url('/shop/s/a.css')}]] [[${#autoversion.url('/s/a.css')}]]"
                + " [[${#autoversion.url('/about')}]] [[${#autoversion.url('/shopping/s/a.css')}]]"));
  }

  @Test
  void url_outsideWeb() {
    assertEquals("/s/a.css?v=3fc4ccfe7458", mail("[[${#autoversion.url('/s/a.css')}]]", Map.of()));
  }

  @Test
  void url_nullAndOtherTypes() {
    assertEquals("", inShop("[[${#autoversion.url(nothing)}]]"));
    assertEquals("yes", inShop("[[${#autoversion.url(nothing) == null ? 'yes' : 'no'}]]"));
    assertEquals("42", inShop("[[${#autoversion.url(42)}]]"));
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458",
        atRoot("[[${#autoversion.url(u)}]]", Map.of("u", URI.create("/s/a.css"))));
  }

  @Test
  void url_inAttributes() {
    assertEquals(
        "<a href=\"/s/a.css?x=1&amp;v=3fc4ccfe7458\"></a>",
        atRoot("<a th:href=\"${#autoversion.url('/s/a.css?x=1')}\"></a>"));
  }

  @Test
  void urls_listSetArrayAndOne() {
    String template = "[[${#strings.listJoin(#autoversion.urls(x), ' ')}]]";
    String expected = "/s/a.css?v=3fc4ccfe7458 /about";
    List<String> list = List.of("/s/a.css", "/about");
    assertEquals(expected, atRoot(template, Map.of("x", list)));
    assertEquals(expected, atRoot(template, Map.of("x", new LinkedHashSet<>(list))));
    assertEquals(expected, atRoot(template, Map.of("x", new String[] {"/s/a.css", "/about"})));
    assertEquals(expected, atRoot(template, Map.of("x", (Iterable<String>) list::iterator)));
    assertEquals("/s/a.css?v=3fc4ccfe7458", atRoot(template, Map.of("x", "/s/a.css")));
    assertEquals("", inShop(template, Map.of("x", List.of())));
  }

  @Test
  void urls_nullAndNullInside() {
    assertEquals("yes", inShop("[[${#autoversion.urls(nothing) == null ? 'yes' : 'no'}]]"));
    assertEquals(
        "1:/s/a.css?v=3fc4ccfe7458;2:none;",
        atRoot(
            "<th:block th:each=\"u, at : ${#autoversion.urls(x)}\">"
                + "[[${at.count}]]:[[${u} ?: 'none']];</th:block>",
            Map.of("x", Arrays.asList("/s/a.css", null))));
  }

  @Test
  void urls_isAListForTemplates() {
    Map<String, Object> model = Map.of("x", List.of("/about", "/s/a.css"));
    assertEquals(
        "2 /s/a.css?v=3fc4ccfe7458 /about",
        atRoot(
            "[[${#autoversion.urls(x).size()}]] [[${#autoversion.urls(x)[1]}]]"
                + " [[${#autoversion.urls(x).get(0)}]]",
            model));
  }

  @Test
  void modes_scriptStyleText() {
    Map<String, Object> model = Map.of("p", "/s/a.css?x=1");
    assertEquals("\"/s/a.css?x=1\\u0026v=3fc4ccfe7458\"", in(TemplateMode.JAVASCRIPT, model));
    // Both mean an ampersand; which is written depends on Thymeleaf's version.
    String css = in(TemplateMode.CSS, model).replace("\\26v", "\\&v");
    assertEquals("\\/s\\/a\\.css\\?x\\=1\\&v\\=3fc4ccfe7458", css);
    assertEquals("/s/a.css?x=1&amp;v=3fc4ccfe7458", in(TemplateMode.TEXT, model));
  }

  private String in(TemplateMode mode, Map<String, Object> model) {
    return engine(mode, "[[${#autoversion.url(p)}]]", autoversion().build())
        .process(PAGE, request("", model));
  }

  @Test
  void members_wordsOnly() {
    Set<String> names =
        Arrays.stream(Autoversions.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> method.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of("url", "urls", "integrity", "srcset", "entrypoint", "preload", "importmap"), names);
    assertEquals(0, Autoversions.class.getFields().length);
    assertEquals(0, Autoversions.class.getConstructors().length);
    assertEquals(Object.class, Autoversions.class.getSuperclass());
    assertEquals(0, Autoversions.class.getInterfaces().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#autoversion.autoversion",
        "#autoversion.autoversion.invalidate()",
        "#autoversion.contextPath",
        "#autoversion.stats()",
      })
  void members_nothingElseReachable(String expression) {
    TemplateEngine engine = engine("[[${" + expression + "}]]");
    assertThrows(
        TemplateProcessingException.class, () -> engine.process(PAGE, request("/shop", Map.of())));
  }

  /** What a class gives away is Thymeleaf's to guard, for every object; 3.1.0 did not yet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class.classLoader",
        "getClass().getClassLoader()",
        "class.protectionDomain.codeSource.location",
      })
  void members_notTheClass(String members) {
    Map<String, Object> model = Map.of("other", new Templates(TemplateMode.TEXT));
    assumeTrue(
        isRefused("other." + members, model), "this Thymeleaf lets templates see every class");
    assertTrue(isRefused("#autoversion." + members, Map.of()));
  }

  private boolean isRefused(String expression, Map<String, Object> model) {
    TemplateEngine engine = engine("[[${" + expression + "}]]");
    try {
      engine.process(PAGE, request("/shop", model));
      return false;
    } catch (TemplateProcessingException e) {
      return true;
    }
  }

  /** Thymeleaf looks for the words of request access in the whole expression, texts included. */
  @ParameterizedTest
  @ValueSource(strings = {"/s/param.css", "/s/new theme.css"})
  void restricted_wordsInText(String reference) {
    String expression = "${#autoversion.url('" + reference + "')}";
    TemplateEngine engine = engine("<a th:href=\"" + expression + "\"></a>");
    assertThrows(
        TemplateProcessingException.class, () -> engine.process(PAGE, request("/shop", Map.of())));
    String text = reference.replace(" ", "%20");
    assertEquals(
        inShop("<a th:href=\"@{~/shop" + text + "}\"></a>"),
        inShop("<a av:href=\"~/shop" + text + "\"></a>"));
    assertEquals(
        "<a href=\"/shop/s/param.css?v=3fc4ccfe7458\"></a>",
        inShop("<a th:href=\"@{/s/param.css}\"></a>"));
  }

  @Test
  void restricted_eventHandlers() {
    TemplateEngine engine =
        engine("<a th:onclick=\"|go('${#autoversion.url('/s/a.css')}')|\"></a>");
    assertThrows(
        TemplateProcessingException.class, () -> engine.process(PAGE, request("/shop", Map.of())));
    assertEquals(
        "<a onclick=\"go(&quot;/s/a.css?v=3fc4ccfe7458&quot;)\"></a>",
        atRoot("<a th:onclick=\"go([[${#autoversion.url('/s/a.css')}]])\"></a>"));
  }
}
