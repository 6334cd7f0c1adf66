package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that give text for text: {@code integrity} and {@code srcset}. */
public abstract class TextWordsContract extends AutoversionContract {
  @ParameterizedTest
  @CsvSource({
    "/s/a.css, sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp",
    "/s/b.js, sha384-Coe8Il0xAd6nB6xQM/IZ6lkOw3UZP1ygg8sq+natxiYtoLCFywh/lG7AO7CtXyvh",
    "/s/a.css?v=3fc4ccfe7458,"
        + " sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp",
    "/b/main.js, sha384-main",
    "/b/main-1.js, sha384-main",
    "/s/missing.css, ''",
    "/owners/12, ''",
    "https://x.example/a.js, ''",
    "'', ''",
  })
  void integrity_valueOrNothing(String reference, String value) throws Exception {
    Engine engine = engine(withBuild().build());
    Map<String, String> page = Map.of(PAGE, text("integrity", "p"));
    // Thymeleaf writes + as text that means the same.
    String html = engine.render(page, Map.of("p", reference)).replace("&#43;", "+");
    assertEquals(value, html);
  }

  @Test
  void integrity_list() throws Exception {
    Engine engine = engine(withBuild().build());
    Map<String, String> page = Map.of(PAGE, textList("integrity", "list"));
    List<String> list = List.of("/b/main.js", "/s/missing.css", "/b/main-1.js");
    assertEquals("sha384-main, , sha384-main", engine.render(page, Map.of("list", list)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/s/a.css 1x, /s/b.js 2x | /s/a.css?v=3fc4ccfe7458 1x, /s/b.js?v=8b5b9db0c13d 2x",
        "/s/a.css, /s/missing.css 2x | /s/a.css?v=3fc4ccfe7458, /s/missing.css 2x",
        "data:image/png;base64,AA 1x, /s/a.css 2x"
            + " | data:image/png;base64,AA 1x, /s/a.css?v=3fc4ccfe7458 2x",
        "/s/a.css?x=1 1x | /s/a.css?x=1&amp;v=3fc4ccfe7458 1x",
        "/s/it's%20&%20more.css 2x | /s/it&#39;s%20&amp;%20more.css?v=3fc4ccfe7458 2x",
        "\"><b> 2x | &quot;&gt;&lt;b&gt; 2x",
        "no reference | no reference",
      })
  void srcset_eachCandidate(String srcset, String html) throws Exception {
    assertEquals(html, render(text("srcset", "p"), Map.of("p", srcset)));
  }

  @Test
  void srcset_failure_namesTemplateAndLine() {
    Engine engine = engine(autoversion().onMissing(OnMissing.FAIL).build());
    Map<String, String> page = Map.of(PAGE, "first line\n" + text("srcset", "p"));
    Exception e =
        assertThrows(Exception.class, () -> engine.render(page, Map.of("p", "/s/aa.css 2x")));
    String text = messages(e);
    assertTrue(text.contains("no asset for '/s/aa.css'"), text);
    assertTrue(text.contains(position(2)), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"integrity", "srcset"})
  void textWord_null_staysNull(String word) throws Exception {
    Map<String, Object> model = new HashMap<>();
    model.put("p", null);
    assertEquals("none", render(textOrElse(word, "p", "none"), model));
  }

  @TestFactory
  Stream<DynamicTest> textWord_otherValues_asTheTableSays() {
    return WordValues.texts(name()).stream()
        .map(row -> dynamicTest(row.name(), () -> assertRow(row, template(row))));
  }

  private String template(WordValues.Row row) {
    return OtherValues.isList(row.value()) ? textList(row.word(), "p") : text(row.word(), "p");
  }

  /** Renders a row's value, or has the page fail with the row's message and the line. */
  final void assertRow(WordValues.Row row, String template) throws Exception {
    Map<String, Object> model = Map.of("p", row.value());
    if (row.expected().startsWith(OtherValues.REFUSED)) {
      Engine engine = engine(autoversion().build());
      Map<String, String> page = Map.of(PAGE, "\n" + template);
      Exception e = assertThrows(Exception.class, () -> engine.render(page, model));
      String text = messages(e);
      assertTrue(text.contains(row.expected().substring(OtherValues.REFUSED.length())), text);
      assertTrue(text.contains(position(2)), text);
    } else {
      assertEquals(row.expected(), render(template, model), row.name());
    }
  }
}
