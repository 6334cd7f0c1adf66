package dev.autoversion.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.MissingAssetException;
import dev.autoversion.OnMissing;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of values that are no text, and how a page fails. */
class VersioningTest extends Pages {
  @Test
  void strictVariables_defaultComesFirst() throws IOException {
    PebbleEngine strict = builder().strictVariables(true).build();
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458",
        render(strict, "{{ nowhere | default('/s/a.css') | autoversion }}", Map.of()));
    assertThrows(
        RootAttributeNotFoundException.class,
        () -> render(strict, "{{ autoversion(nowhere) }}", Map.of()));
  }

  @Test
  void undefined_printsNothing() throws IOException {
    assertEquals("<>", render("<{{ nowhere | autoversion }}{{ autoversion(nowhere) }}>", Map.of()));
    assertEquals("none", render("{{ nowhere | autoversion is null ? 'none' : 'some' }}", Map.of()));
    assertEquals("none", render("{{ autoversion(null) is null ? 'none' : 'some' }}", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ p | autoversion }}", "{{ autoversion(p) }}"})
  void otherTypes(String template) throws IOException {
    String url = "/s/a.css?v=3fc4ccfe7458";
    assertEquals(url, render(template, Map.of("p", URI.create("/s/a.css"))));
    assertEquals(url, render(template, Map.of("p", new StringBuilder("/s/a.css"))));
    assertEquals("42", render(template, Map.of("p", 42)));
    assertEquals("true", render(template, Map.of("p", true)));
    assertEquals("{a=/s/a.css}", render(template, Map.of("p", Map.of("a", "/s/a.css"))));
  }

  @Test
  void path_isOneReference() throws IOException {
    Object path = site.getFileSystem().getPath("/s/a.css");
    String url = site.getFileSystem().getSeparator().equals("/") ? "?v=3fc4ccfe7458" : "";
    assertEquals(path + url, render("{{ p | autoversion | raw }}", Map.of("p", path)));
  }

  @Test
  void number_staysANumber() throws IOException {
    assertEquals("43", render("{{ (p | autoversion) + 1 }}", Map.of("p", 42)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ p | autoversion | join(' ') }}", "{{ autoversion(p) | join(' ') }}"})
  void list_arrayIterableAndNested(String template) throws IOException {
    String urls = "/s/a.css?v=3fc4ccfe7458 /s/b.js?v=8b5b9db0c13d";
    List<String> list = List.of("/s/a.css", "/s/b.js");
    assertEquals(urls, render(template, Map.of("p", list)));
    assertEquals(urls, render(template, Map.of("p", new LinkedHashSet<>(list))));
    assertEquals(urls, render(template, Map.of("p", list.toArray())));
    assertEquals(urls, render(template, Map.of("p", (Iterable<String>) list::iterator)));
    assertEquals("", render(template, Map.of("p", List.of())));
    assertEquals(
        "null 7 [/s/a.css?v=3fc4ccfe7458]",
        render(template, Map.of("p", Arrays.asList(null, 7, List.of("/s/a.css")))));
  }

  @Test
  void numbers_arrayStaysAsItIs() throws IOException {
    String template = "{% for p in numbers | autoversion %}{{ p }} {% endfor %}";
    assertEquals("1 2 ", render(template, Map.of("numbers", new int[] {1, 2})));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ p | autoversion }}",
        "{{ autoversion(p) }}",
        "{% for each in [p] | autoversion %}{% endfor %}"
      })
  void missing_failsWithPositionAndCause(String template) {
    PebbleException e = failure("\n\n" + template, Map.of("p", "/s/aa.css"));
    assertEquals("page", e.getFileName());
    assertEquals(3, e.getLineNumber());
    assertInstanceOf(MissingAssetException.class, e.getCause());
    assertTrue(e.getPebbleMessage().startsWith("no asset for '/s/aa.css'"), e.getMessage());
    assertTrue(e.getMessage().endsWith("did you mean '/s/a.css'? (page:3)"), e.getMessage());
  }

  /** Pebble does not tell the filter of a block where the block stands; see docs/pebble.md. */
  @Test
  void missing_inFilterBlock_withoutLine() {
    String template = "\n\n{% filter autoversion %}{{ p }}{% endfilter %}";
    PebbleException e = failure(template, Map.of("p", "/s/aa.css"));
    assertEquals("page", e.getFileName());
    assertNull(e.getLineNumber());
    assertInstanceOf(MissingAssetException.class, e.getCause());
    assertTrue(e.getMessage().endsWith("did you mean '/s/a.css'? (page:?)"), e.getMessage());
  }

  @Test
  void failure_inIncludedTemplate_namesThat() {
    PebbleEngine engine =
        builder(
                autoversion().onMissing(OnMissing.FAIL).build(),
                Map.of("page", "{% include 'part' %}", "part", "\n{{ '/s/no.css' | autoversion }}"))
            .build();
    PebbleException e = assertThrows(PebbleException.class, () -> render(engine, Map.of()));
    assertEquals("part", e.getFileName());
    assertEquals(2, e.getLineNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ p | autoversion }}", "{{ autoversion(p) }}"})
  void failure_ofTheValue_wrapped(String template) {
    RuntimeException silent = new UnsupportedOperationException();
    PebbleException e = failure(template, Map.of("p", new Unprintable(silent)));
    assertEquals(silent, e.getCause());
    assertEquals("java.lang.UnsupportedOperationException (page:1)", e.getMessage());
    RuntimeException told = new IllegalStateException("100% closed");
    e = failure(template, Map.of("p", new Unprintable(told)));
    assertEquals("100% closed (page:1)", e.getMessage());
  }

  private record Unprintable(RuntimeException reason) {
    @Override
    public String toString() {
      throw reason;
    }
  }
}
