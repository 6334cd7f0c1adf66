package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any bytes. */
class ScriptLawsTest {
  // Ten megabytes each: what is not linear in time would not come back from them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "import'a';              | 1000000",
        "import('a'),            | 833333",
        "import(`a`);            | 833333",
        "export*from'a';         | 666666",
        "import'a'with{type:'b'} | 434782",
        "import('a',{with:{      | 555555",
        "import('a',{with:{a:'b' | 434782",
        "import{a,b}from'c';     | 526315",
        "import.meta.resolve('a')| 416666",
        "import                  | 0",
        "import{                 | 0",
        "import{a,               | 0",
        "import{import,          | 0",
        "import{a}               | 0",
        "import a,               | 0",
        "import/**/              | 0",
        "import(                 | 0",
        "import('                | 0",
        "import('a'              | 0",
        "import.                 | 0",
        "import.meta.            | 0",
        "export{                 | 0",
        "export*                 | 0",
        "export{a}               | 0",
        "`                       | 0",
        "`${                     | 0",
        "`${`                    | 0",
        "/                       | 0",
        "/[                      | 0",
        "/a/                     | 0",
        "//                      | 0",
        "/*                      | 0",
        "/**/                    | 0",
        "(                       | 0",
        "{                       | 0",
        "}                       | 0",
        "?:                      | 0",
        "?                       | 0",
        "'                       | 0",
        "'\\                      | 0",
        "\\                       | 0",
        "\\u{                     | 0",
        "\\u{0                    | 0",
        "1.                      | 0",
        "1e+                     | 0",
        "function(){             | 0",
        "async                   | 0",
        "é                       | 0",
        "a\u2028b                 | 0",
        "if(                     | 0",
      })
  void references_long(String piece, int references) {
    byte[] script = piece.repeat(10_000_000 / piece.length()).getBytes(UTF_8);
    assertEquals(references, Script.of(script).references().size());
  }

  @ParameterizedTest
  @CsvSource({"\\u{, \\u{", "\\u{0, \\u{0", "\\x4, \\x4", "\\é, é", "\\u{41}, A", "a, a"})
  void references_longValue(String piece, String value) {
    int times = 9_000_000 / piece.length();
    String script = "import '" + piece.repeat(times) + "'";
    List<ModuleReference> references = Script.of(script.getBytes(UTF_8)).references();
    assertEquals(1, references.size());
    assertEquals(value.repeat(times), references.get(0).value());
  }

  @Test
  void references_manyLines() {
    String script = "import('a')\n\r\n\u2028".repeat(600_000);
    List<ModuleReference> references = Script.of(script.getBytes(UTF_8)).references();
    assertEquals(600_000, references.size());
    assertEquals(3 * 599_999 + 1, references.get(599_999).line());
  }
}
