package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any bytes. */
class ScriptLawsTest {
  // So many bytes each: what is not linear in time would not come back from them.
  private static final int MANY = 2_000_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "import'a';              | 1",
        "import('a'),            | 1",
        "import(`a`);            | 1",
        "export*from'a';         | 1",
        "import'a'with{type:'b'} | 1",
        "import('a',{with:{      | 1",
        "import('a',{with:{a:'b' | 1",
        "import{a,b}from'c';     | 1",
        "import.meta.resolve('a')| 1",
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
        "from                    | 0",
        "from/                   | 0",
        "fmp                     | 0",
      })
  void references_long(String piece, int references) {
    int times = MANY / piece.length();
    // All of it is read if a word that may import something is at the end.
    byte[] script = (piece.repeat(times) + " import").getBytes(UTF_8);
    assertEquals(references * times, Script.of(script).references().size());
  }

  /** What follows the last word of a reference is read from its end. */
  @ParameterizedTest
  @ValueSource(strings = {"from", "from ", "import_", "fmp", "f", "m", "p", " "})
  void references_longEnd(String piece) {
    String script = "import 'a';" + piece.repeat(MANY / piece.length());
    assertEquals(1, Script.of(script.getBytes(UTF_8)).references().size());
  }

  @ParameterizedTest
  @CsvSource({"\\u{, \\u{", "\\u{0, \\u{0", "\\x4, \\x4", "\\é, é", "\\u{41}, A", "a, a"})
  void references_longValue(String piece, String value) {
    int times = MANY / piece.length();
    String script = "import '" + piece.repeat(times) + "'";
    List<ModuleReference> references = Script.of(script.getBytes(UTF_8)).references();
    assertEquals(1, references.size());
    assertEquals(value.repeat(times), references.get(0).value());
  }

  @Test
  void references_manyLines() {
    String script = "import('a')\n\r\n\u2028".repeat(100_000);
    List<ModuleReference> references = Script.of(script.getBytes(UTF_8)).references();
    assertEquals(100_000, references.size());
    assertEquals(3 * 99_999 + 1, references.get(99_999).line());
  }
}
