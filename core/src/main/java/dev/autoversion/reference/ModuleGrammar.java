package dev.autoversion.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads on from the words {@code import} and {@code export} to the literal that they import, if
 * there is one. Anything else is left to the caller.
 */
final class ModuleGrammar {
  // "defer default, * as names from" has the most; so nothing long is read twice.
  private static final int MOST_PARTS = 8;

  private final ScriptText text;
  private final List<ModuleReference> references = new ArrayList<>();
  private final ScriptLines lines;

  ModuleGrammar(ScriptText text) {
    this.text = text;
    this.lines = new ScriptLines(text);
  }

  List<ModuleReference> references() {
    return Collections.unmodifiableList(references);
  }

  /**
   * Reads on after the word {@code import}.
   *
   * @param topLevel whether it may be a declaration
   * @return the index after the whole declaration; {@code word} if it is something else
   */
  int imported(int word, boolean topLevel) {
    int next = text.endOfSpace(word);
    switch (text.at(next)) {
      case '(' -> called(next, ModuleReference.Kind.DYNAMIC);
      case '.' -> property(next + 1);
      default -> {
        int end = topLevel ? declared(next, ModuleReference.Kind.STATIC) : -1;
        return end < 0 ? word : end;
      }
    }
    return word;
  }

  /** Reads on after the word {@code export}, to the end of {@code export … from} if it is one. */
  int exported(int word) {
    int next = text.endOfSpace(word);
    boolean list = text.at(next) == '{' || text.at(next) == '*';
    int end = list ? declared(next, ModuleReference.Kind.RE_EXPORT) : -1;
    return end < 0 ? word : end;
  }

  /** {@code import.meta.resolve("x")}, {@code import.source("x")}, {@code import.defer("x")}. */
  private void property(int from) {
    int start = text.endOfSpace(from);
    int end = text.endOfName(start);
    int next = text.endOfSpace(end);
    if (text.is(start, end, "source") || text.is(start, end, "defer")) {
      called(next, ModuleReference.Kind.DYNAMIC);
    } else if (text.is(start, end, "meta") && text.at(next) == '.') {
      int method = text.endOfSpace(next + 1);
      int behind = text.endOfName(method);
      if (text.is(method, behind, "resolve")) {
        called(text.endOfSpace(behind), ModuleReference.Kind.RESOLVE);
      }
    }
  }

  /** A call with a literal and perhaps more arguments. */
  private void called(int open, ModuleReference.Kind kind) {
    int quote = text.at(open) == '(' ? text.endOfSpace(open + 1) : text.length;
    int end = endOfLiteral(quote);
    int next = end < 0 ? end : text.endOfSpace(end + 1);
    if (end >= 0 && text.at(next) == ')') {
      add(quote + 1, end, kind, "");
    } else if (end >= 0 && text.at(next) == ',') {
      add(quote + 1, end, kind, typeOfOptions(text.endOfSpace(next + 1)));
    }
  }

  /** From the clause to the specifier and its attributes; -1 if there is no specifier. */
  private int declared(int from, ModuleReference.Kind kind) {
    int at = from;
    boolean specified = isQuote(at);
    for (int part = 0; !specified && part < MOST_PARTS; part++) {
      int end = endOfPart(at);
      if (end <= at) {
        return -1;
      }
      int next = text.endOfSpace(end);
      specified = text.is(at, end, "from") && isQuote(next);
      at = next;
    }
    int end = specified ? endOfLiteral(at) : -1;
    if (end < 0) {
      return -1;
    }
    int word = text.endOfSpace(end + 1);
    int attributes = text.endOfSpace(text.endOfName(word));
    boolean has = text.is(word, text.endOfName(word), "with") && text.at(attributes) == '{';
    add(at + 1, end, kind, has ? typeOf(attributes + 1) : "");
    return end + 1;
  }

  /** A name, which may be a string, a comma, an asterisk, or a list in curly brackets. */
  private int endOfPart(int at) {
    int octet = text.at(at);
    if (octet == ',' || octet == '*') {
      return at + 1;
    }
    if (isQuote(at)) {
      return endOfLiteral(at) + 1;
    }
    return octet == '{' ? endOfList(at + 1) : text.endOfName(at);
  }

  private int endOfList(int from) {
    int at = text.endOfSpace(from);
    while (at < text.length && text.at(at) != '}') {
      int end = isQuote(at) ? endOfLiteral(at) + 1 : endOfItem(at);
      if (end <= at) {
        return -1;
      }
      at = text.endOfSpace(end);
    }
    return at < text.length ? at + 1 : -1;
  }

  private int endOfItem(int at) {
    return text.at(at) == ',' ? at + 1 : text.endOfName(at);
  }

  /** {@code {with: {type: "json"}}} gives {@code json}. */
  private String typeOfOptions(int open) {
    int key = text.at(open) == '{' ? text.endOfSpace(open + 1) : text.length;
    int word = isQuote(key) ? key + 1 : key;
    int end = text.endOfName(word);
    int colon = text.endOfSpace(isQuote(key) ? end + 1 : end);
    int inner = text.at(colon) == ':' ? text.endOfSpace(colon + 1) : text.length;
    return text.is(word, end, "with") && text.at(inner) == '{' ? typeOf(inner + 1) : "";
  }

  /** The attribute {@code type} among several; keys are names or strings, values are strings. */
  private String typeOf(int from) {
    int at = text.endOfSpace(from);
    while (at < text.length && text.at(at) != '}') {
      boolean quoted = isQuote(at);
      int end = quoted ? endOfLiteral(at) : text.endOfName(at);
      int colon = end < 0 ? text.length : text.endOfSpace(quoted ? end + 1 : end);
      int value = text.at(colon) == ':' ? text.endOfSpace(colon + 1) : text.length;
      int endOfValue = endOfLiteral(value);
      if (endOfValue < 0) {
        return "";
      }
      if (text.is(quoted ? at + 1 : at, end, "type")) {
        return ScriptString.value(text.text(value + 1, endOfValue));
      }
      int comma = text.endOfSpace(endOfValue + 1);
      at = text.at(comma) == ',' ? text.endOfSpace(comma + 1) : comma;
    }
    return "";
  }

  private boolean isQuote(int at) {
    return text.at(at) == '"' || text.at(at) == '\'';
  }

  /** The index of the closing quote; -1 if there is no complete literal. */
  private int endOfLiteral(int quote) {
    int octet = text.at(quote);
    if (octet != '"' && octet != '\'' && octet != '`') {
      return -1;
    }
    int end = octet == '`' ? text.endOfTemplate(quote + 1) : text.endOfString(quote + 1, octet);
    return text.at(end) == octet ? end : -1;
  }

  private void add(int start, int end, ModuleReference.Kind kind, String type) {
    String value = ScriptString.value(text.text(start, end));
    references.add(new ModuleReference(start, end, lines.at(start), value, kind, type));
  }
}
