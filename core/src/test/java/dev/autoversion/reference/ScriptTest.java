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
        "export {a, b as c} from './a.js'               | RE_EXPORT ./a.js",
        "export {a} from './a.json' with {type: 'json'} | RE_EXPORT ./a.json json",
        "import('./a.js')                               | DYNAMIC ./a.js",
        "import ( /*x*/ './a.js' , )                    | DYNAMIC ./a.js",
        "import('./a.json', {with: {type: 'json'}})     | DYNAMIC ./a.json json",
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
        "/[/]import('a')/",
        "/\\/import('a')/",
        "importer('a')",
        "$import('a')",
        "im\\u0070ort('a')",
        "{ import 'a' }",
        "import a from 'b",
        "import 'a\nb'",
        "import",
        "export",
        "",
      })
  void notFound(String script) {
    assertEquals("", described(script));
  }

  /** A slash is where a scanner without a grammar goes wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (x) /'/.test(Y)",
        "while (x) /'/.test(Y)",
        "for await (const a of /'/) Y",
        "return /'/.test(Y)",
        "a = b ? /'/ : Y",
        "{} /'/.test(Y)",
        "function f() {} /'/.test(Y)",
        "x = function() { a: { } /'/.test(Y) }",
        "x = function() {} / 2 / Y",
        "x = async function() {} / 2 / Y",
        "async function f() {} /'/.test(Y)",
        "x = class {} / 2 / Y",
        "x = class A extends B {} / 2 / Y",
        "class A extends B {} /'/.test(Y)",
        "x = {} / 2 / Y",
        "x = {a: {} / 2, b() {} } / 2 / Y",
        "() => {}\n/'/.test(Y)",
        "a++ / 2 / Y",
        "a++\n/ 2 / Y",
        "++/'/.x / Y",
        "a[0] / 2 / Y",
        "(a) / 2 / Y",
        "`a` / 2 / Y",
        "'a' / 2 / Y",
        "1. / 2 / Y",
        ".5 / 2 / Y",
        "1e+5 / 2 / Y",
        "0xe / 2 / Y",
        "1..a / 2 / Y",
        "a.if / 2 / Y",
        "a?.return / 2 / Y",
        "a?.5:/'/.x(Y)",
        "#p in a / 2 / Y",
        "this / 2 / Y",
        "switch (a) { case /'/.x: {} /'/.x; default: {} /'/.x(Y) }",
        "try {} catch {} finally {} /'/.test(Y)",
        "do {} while (a) /'/.test(Y)",
        "do /'/.x; while (Y)",
        "x = a ? {} / 2 : /'/.test(Y)",
        "`${{} / 2}${/'/.test(Y)}`",
        "let {a} = /'/, {b} = Y",
        "yield /'/, Y",
        "await /'/.x(Y)",
        "typeof /'/, Y",
        "a\u00a0/ 2 / Y",
        "é / 2 / Y",
        "a\u2028/ 2 / Y",
        "/[\\]/']/.test(Y)",
        "/'/dgimsuvy / 2 / Y",
        "x = y /*'*/ / 2 / Y // '",
        "class A { static { } #a = /'/; b = Y }",
        "class A { static x = {} / 2 / Y }",
        "({ get a() { return /'/ }, b: Y })",
        "f(function() {} / 2, /'/, Y)",
      })
  void slashes(String script) {
    assertEquals("DYNAMIC ./a.js", described(script.replace("Y", "import('./a.js')")));
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

  private static String described(String script) {
    return Script.of(script.getBytes(UTF_8)).references().stream()
        .map(each -> each.kind() + " " + each.value() + " " + each.type())
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }

  private static List<String> values(List<ModuleReference> all) {
    return all.stream().map(ModuleReference::value).toList();
  }
}
