package dev.autoversion.reference;

import static dev.autoversion.reference.ScriptTest.described;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A slash is where a scanner without a grammar goes wrong. What is read as a regular expression
 * though it divides hides what stands between two slashes; what is read as a division though it is
 * a regular expression begins a string at the quote in it.
 */
class ScriptSlashTest {
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
        "x = function() {} / Y / 2",
        "x = async function() {} / Y / 2",
        "async function f() {} /'/.test(Y)",
        "x = class {} / Y / 2",
        "x = class A extends B {} / Y / 2",
        "class A extends B {} /'/.test(Y)",
        "x = {} / Y / 2",
        "x = {a: {} / 2, b() {} } / Y / 2",
        "() => {}\n/'/.test(Y)",
        "a++ / Y / 2",
        "a++\n/ Y / 2",
        "++/'/.x / Y",
        "a[0] / Y / 2",
        "(a) / Y / 2",
        "`a` / Y / 2",
        "'a' / Y / 2",
        "1. / Y / 2",
        ".5 / Y / 2",
        "1e+5 / Y / 2",
        "0xe / Y / 2",
        "1..a / Y / 2",
        "a.if / Y / 2",
        "a?.return / Y / 2",
        "a?.5:/'/.x(Y)",
        "#p in a / Y / 2",
        "this / Y / 2",
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
        "a\u00a0/ Y / 2",
        "é / Y / 2",
        "a\u2028/ Y / 2",
        "/[\\]/']/.test(Y)",
        "/'/dgimsuvy / Y / 2",
        "x = y /*'*/ / Y / 2 // '",
        "class A { static { } #a = /'/; b = Y }",
        "class A { static x = {} / Y / 2 }",
        "({ get a() { return /'/ }, b: Y })",
        "f(function() {} / 2, /'/, Y)",
        "a-- / Y / 2",
        "a + /'/.x(Y)",
        "1e5 / Y / 2",
        "0. / Y / 2",
        "9. / Y / 2",
        "0xe+/'/.x(Y)",
        "a\\u{62} / Y / 2",
        "switch (a) { case b ?? c: {} /'/.x(Y) }",
        "switch (a) { case b?.c: {} /'/.x(Y) }",
        "x = a?.5:{} / Y / 2",
        "x = a ? b : {} / Y / 2",
        "a ? b; c: {} /'/.x(Y)",
        "of / Y / 2",
        "for (of / Y / 2;;) {}",
        "export default class {} /'/.test(Y)",
        "export default class A extends B {} /'/.test(Y)",
        "export default function() {} /'/.test(Y)",
        "export default function* a() {} /'/.test(Y)",
        "export default async function() {} /'/.test(Y)",
        "export default (class {} / Y / 2)",
        "export default a = class {} / Y / 2",
        "export default {a: {} / 2} / Y / 2",
        "export default /'/.x(Y)",
        "export default async / Y / 2",
        "switch (a) { default: b = function() {} / Y / 2 }",
        "async / Y / 2",
        "a = async / Y / 2",
        "{ function f() {} } /'/.test(Y)",
        "{ class A {} } /'/.test(Y)",
        "switch (a) { case b ? c : d: {} /'/.x(Y) }",
        "a\nexport class A {} /'/.test(Y)",
        "a\nexport {b}\n/'/.test(Y)",
        "a\nif (x) /'/.test(Y)",
        "for (;;) { if (a) continue\n/'/.test(Y) }",
        "for (;;) { if (a) break\n/'/.test(Y) }",
        "debugger\n/'/.test(Y)",
        "b: for (;;) { continue b; {} /'/.test(Y) }",
        "x = {break: {} / 2, continue: {} / Y / 2}",
      })
  void slashes(String script) {
    assertEquals("DYNAMIC ./a.js", described(script.replace("Y", "import('./a.js')")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await",
        "case",
        "const",
        "default",
        "delete",
        "extends",
        "in",
        "instanceof",
        "let",
        "new",
        "return",
        "throw",
        "typeof",
        "var",
        "void",
        "yield",
        "do",
        "else",
        "finally",
        "try",
        "break",
        "continue",
        "debugger",
      })
  void slashes_behindWords(String word) {
    assertEquals("DYNAMIC ./a.js", described("a\n" + word + " /'/.x(import('./a.js'))"));
    assertEquals("DYNAMIC ./a.js", described("a." + word + " / import('./a.js') / 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"catch", "for", "if", "switch", "while", "with"})
  void slashes_behindConditions(String word) {
    assertEquals("DYNAMIC ./a.js", described(word + " (a) /'/.x(import('./a.js'))"));
    assertEquals("DYNAMIC ./a.js", described("a." + word + "(a) / import('./a.js') / 2"));
  }

  /** Each has the length and the first letter of a word that a regular expression follows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "awake",
        "block",
        "cash",
        "count",
        "contains",
        "detract",
        "detail",
        "document",
        "explore",
        "is",
        "instructor",
        "lot",
        "net",
        "result",
        "third",
        "toggle",
        "val",
        "view",
        "young",
        "dx",
        "elem",
        "fixture",
        "tri",
        "zzz",
      })
  void slashes_behindNames(String name) {
    assertEquals("DYNAMIC ./a.js", described(name + " / import('./a.js') / 2"));
    assertEquals("DYNAMIC ./a.js", described(name + "(a) / import('./a.js') / 2"));
  }
}
