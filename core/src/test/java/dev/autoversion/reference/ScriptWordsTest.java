package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind the end need not be read, so an end that is too far is a slower script. */
class ScriptWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "import          | 2",
        "\" import\"     | 3",
        "\"import \"     | 3",
        "import(         | 3",
        "import/         | 3",
        "import\u0080    | 3",
        "importimport    | 0",
        "import;import   | 9",
        "ximport         | 0",
        "importx         | 0",
        "_import         | 0",
        "from            | 0",
        "from'           | 1",
        "from\"          | 1",
        "from/           | 1",
        "from\u0080      | 1",
        "\"from  '\"     | 1",
        "\"from\n'\"     | 4",
        "\"from '\"      | 4",
        "\"from \"       | 0",
        "\" from'\"      | 2",
        "from(           | 0",
        "from;'          | 0",
        "\"from x\"      | 0",
        "xfrom'          | 0",
        "fromx'          | 0",
        "mmm             | 0",
        "ppp             | 0",
        "fff             | 0",
        "\"\"            | 0",
      })
  void end(String script, int end) {
    assertEquals(end, end(script));
  }

  @ParameterizedTest
  @ValueSource(strings = {"impor", "mport", "fro", "rom'", "impart", "fram'", "form'"})
  void end_almostAWord(String script) {
    assertEquals(0, end(script));
    assertEquals(0, end(" " + script));
  }

  private static int end(String script) {
    return new ScriptWords(new ScriptText(script.getBytes(ISO_8859_1))).end();
  }
}
