package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "import './a.js'                                | STATIC ./a.js",
        "import a from './a.js'                         | STATIC ./a.js",
        "import from from './a.js'                      | STATIC ./a.js",
        "import * as a from './a.js'                    | STATIC ./a.js",
        "import a, * as b from './a.js'                 | STATIC ./a.js",
        "import a, {b as c, default as d,} from './a.js' | STATIC ./a.js",
        "import {'x } y' as c} from './a.js'            | STATIC ./a.js",
        "import{a}from'./a.js'                          | STATIC ./a.js",
        "import/*x*/a/*y*/from/*z*/'./a.js'             | STATIC ./a.js",
        "import defer * as a from './a.js'              | STATIC ./a.js",
        "import source a from './a.wasm'                | STATIC ./a.wasm",
        "import a from './a.json' with {type: 'json'}   | STATIC ./a.json json",
        "import a from './a.css' with {x: 'y', \"type\": 'css'} | STATIC ./a.css css",
        "export * from './a.js'                         | RE_EXPORT ./a.js",
        "export * as a from './a.js'                    | RE_EXPORT ./a.js",
        "export * as 'a b' from './a.js'                | RE_EXPORT ./a.js",
        "export * as \"from\" from './a.js'              | RE_EXPORT ./a.js",
        "export {'a b' as 'c d'} from './a.js'          | RE_EXPORT ./a.js",
        "export {a, b as c} from './a.js'               | RE_EXPORT ./a.js",
        "export {a} from './a.json' with {type: 'json'} | RE_EXPORT ./a.json json",
        "import('./a.js')                               | DYNAMIC ./a.js",
        "import ( /*x*/ './a.js' , )                    | DYNAMIC ./a.js",
        "import('./a.json', {with: {type: 'json'}})     | DYNAMIC ./a.json json",
        "import('./a.json', {'with': {type: 'json'}})   | DYNAMIC ./a.json json",
        "import('./a.json', {'without': {type: 'json'}}) | DYNAMIC ./a.json",
        "import(`./a.js`)                               | DYNAMIC ./a.js",
        "import.source('./a.wasm')                      | DYNAMIC ./a.wasm",
        "import.meta.resolve('./a.js')                  | RESOLVE ./a.js",
        "import . meta . resolve ( './a.js' )           | RESOLVE ./a.js",
        "new Worker(import.meta.resolve('./a.js'))      | RESOLVE ./a.js",
        "a\\nimport './a.js'                             | STATIC ./a.js",
        "`${import('./a.js')}`                          | DYNAMIC ./a.js",
        "`${`${import('./a.js')}`}${1}`                 | DYNAMIC ./a.js",
        "#!/usr/bin/env import('no')\\nimport './a.js'   | STATIC ./a.js",
        "import './a\\x2ejs'                            | STATIC ./a.js",
        "import './\\u0061\\u{2e}j\\s'                  | STATIC ./a.js",
        "import './\\'a.js'                             | STATIC ./'a.js",
        "import \"./'\"                                 | STATIC ./'",
        "import ሀ from './a.js'                         | STATIC ./a.js",
        "import a\\u{62} from './a.js'                  | STATIC ./a.js",
        "a = / x\\nimport './a.js'                       | STATIC ./a.js",
        "f(...import('./a.js'))                         | DYNAMIC ./a.js",
        "import './a.js'\\n/'/; import('./b.js')          | STATIC ./a.js; DYNAMIC ./b.js",
        "a\\nimport './a.js'\\n/'/; import('./b.js')       | STATIC ./a.js; DYNAMIC ./b.js",
      })
  void found(String script, String expected) {
    assertEquals(expected, described(script.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import(a)",
        "import('a' + b)",
        "import(`a${b}`)",
        "import.meta.url",
        "import.meta.resolve(a)",
        "x.import('a')",
        "x?.import('a')",
        "x. import('a')",
        "x.y.import('a')",
        "`${x} import('a')`",
        "`${`x`} import('a')`",
        "({import: 'a', export: 'b'})",
        "class A { import() { } export() { } }",
        "export const a = 'a'",
        "export {a}; 'b'",
        "export default 'a'",
        "// import 'a'",
        "/* import 'a' */",
        "'import \"a\"'",
        "`import('a')`",
        "/import('a')/",
        "/  import('a')/",
        "/[/] import('a')/",
        "/\\/import('a')/",
        "importer('a')",
        "$import('a')",
        "im\\u0070ort('a')",
        "{ import 'a' }",
        "`\\`import('a')`",
        "import a from 'b",
        "import {+} from 'b'",
        "export * as 'b",
        "export * as 'b' 'c'",
        "import a, b, c, d, from 'b'",
        "import 'a\nb'",
        "import '\\a\nb'",
        "import",
        "export",
        "",
      })
  void notFound(String script) {
    assertEquals("", described(script));
    assertEquals("DYNAMIC ./z.js", described(script + "\nimport('./z.js')"));
  }

  /** The scanner's last word is in a token that does not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "`import",
        "`import\\",
        "/import",
        "/import\\",
        "/[import",
        "/*import",
        "/*import*",
        "//import",
        "'import",
        "'import\\",
        "\\u{import",
      })
  void notFound_unfinished(String script) {
    assertEquals("", described(script));
    assertEquals("STATIC ./a.js", described("import './a.js'; " + script));
  }

  @Test
  void lineEndOfTwoCharacters_isOneEscape() {
    assertEquals("STATIC ./a.js", described("import './a\\\r\n.js'"));
  }

  /** Spaces of ECMAScript, table 33, and its line ends, table 34. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0", "\u1680", "\u2000", "\u2003", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f",
        "\u3000", "\ufeff",
      })
  void space_ofSeveralBytes(String space) {
    assertEquals("STATIC ./a.js", described("import" + space + "'./a.js'"));
  }

  /** What stands beside those spaces belongs to a name. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00a1", "\u1681", "\u1fff", "\u200b", "\u202e", "\u3001", "\u0100"})
  void noSpace_ofSeveralBytes(String letter) {
    assertEquals("", described("import" + letter + "'./a.js'"));
  }

  @Test
  void brackets_asDeepAsTheyAre() {
    String script = "(".repeat(200) + ")".repeat(200) + " / import('./a.js') / 2";
    assertEquals("DYNAMIC ./a.js", described(script));
    assertEquals("STATIC ./a.js", described("{".repeat(64) + "}".repeat(65) + "import './a.js'"));
    assertEquals("", described("{".repeat(64) + "}".repeat(63) + "import './a.js'"));
  }

  @Test
  void placesAndLines() {
    String script = "\ufeffimport 'é';\r\nimport\n\n'./b.js'\u2028;import('./c.js')";
    List<ModuleReference> all = Script.of(script.getBytes(UTF_8)).references();
    assertEquals(List.of(1, 4, 5), all.stream().map(ModuleReference::line).toList());
    assertEquals(List.of("é", "./b.js", "./c.js"), values(all));
    byte[] bytes = script.getBytes(UTF_8);
    for (ModuleReference each : all) {
      String raw = new String(bytes, each.start(), each.end() - each.start(), UTF_8);
      assertEquals(each.value(), raw);
    }
  }

  @Test
  void lines_endAsEcmaScriptHasThem() {
    for (String end : List.of("\n", "\r", "\r\n", "\u2028", "\u2029")) {
      String script = end.repeat(3) + "import 'a';" + end + end + "x;import 'b'";
      assertEquals(List.of(4, 6), lines(script));
    }
    assertEquals(List.of(6), lines("\n\r\r\n\u2028\r\r\nimport 'a'".replaceFirst("\n", "")));
    // Its first byte is also another character's.
    assertEquals(List.of(1, 2), lines("'\u20ac\u20ac';import 'a'\nimport 'b'"));
  }

  /** Its last word is looked for from the end, in steps of two bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import'./a.js'",
        "import\u00a0'./a.js'",
        "\ufeffimport{a}from'./a.js'",
        ";\u2028import './a.js'",
        "export*from'./a.js'",
        "export*from \r\n\f\u000b\t'./a.js'",
        "export*from\u2029'./a.js'",
        "export*from//\n'./a.js'",
        "export*\ufefffrom'./a.js'",
        "export{from}from'./a.js'",
        "export{a,/*import*/}from\"./a.js\"",
        "import('./a.js')",
      })
  void lastWord_whereverItIs(String script) {
    String reference = described(script);
    assertTrue(reference.endsWith(" ./a.js"), reference);
    for (String end : List.of("", ";", ";f", ";fr", ";fro", ";from", ";importe", ";a.from(b)")) {
      assertEquals(reference, described(script + end));
      assertEquals(reference, described(" " + script + end));
    }
  }

  @Test
  void eager_declarationsAlone() {
    String script = "import 'a'; export * from 'b'; import('c'); import.meta.resolve('d')";
    assertEquals(
        List.of(true, true, false, false),
        Script.of(script.getBytes(UTF_8)).references().stream()
            .map(ModuleReference::isEager)
            .toList());
  }

  @Test
  void malformedBytes_areRead() {
    byte[] bytes = "import 'x?'".getBytes(UTF_8);
    bytes[9] = (byte) 0xFF;
    assertEquals(List.of("x\ufffd"), values(Script.of(bytes).references()));
  }

  /** No prefix of any of these makes the scanner fail or stand still. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a, {b as 'c'} from './d.js' with {type: 'json'}; export * from `e`",
        "`${`${/[/]/}`}` / import('a', {with: {'type': \"b\"}}) ? {a: 1} : function() {}",
        "import.meta.resolve('\\u{1F600}\\x41\\\r\n') // é\u2028 /* */ #! <!--",
        "class A extends B { static async *#x() { for await (const y of z) {} } }",
      })
  void prefixes_haveAnAnswer(String script) {
    byte[] bytes = script.getBytes(UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      for (ModuleReference each : Script.of(java.util.Arrays.copyOf(bytes, length)).references()) {
        assertTrue(each.start() <= each.end() && each.end() < length);
      }
    }
  }

  static String described(String script) {
    return Script.of(script.getBytes(UTF_8)).references().stream()
        .map(each -> each.kind() + " " + each.value() + " " + each.type())
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }

  private static List<Integer> lines(String script) {
    return Script.of(script.getBytes(UTF_8)).references().stream()
        .map(ModuleReference::line)
        .toList();
  }

  private static List<String> values(List<ModuleReference> all) {
    return all.stream().map(ModuleReference::value).toList();
  }
}
