package dev.autoversion.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a script once, from token to token. Only two things are hard: whether a slash
 * divides or begins a regular expression, and where a template goes on; both follow from the
 * previous token and the surrounding brackets.
 */
final class ScriptScan {
  private final ScriptText text;
  private final Brackets brackets = new Brackets();
  private final ModuleGrammar modules;
  private int at;
  private Before before = Before.START;
  // What precedes a function that the last word, "async" or "default", may belong to.
  private @Nullable Before beforeFunction;
  private boolean condition;

  /** What precedes a token, as far as it decides what a slash or a curly bracket is. */
  enum Before {
    /** The start of a statement. */
    START,
    /** An operator: a value follows. */
    OPERATOR,
    /** An arrow: a value or a body follows. */
    ARROW,
    /** A value. */
    VALUE,
    /** A dot: any word that follows is a property. */
    DOT
  }

  ScriptScan(ScriptText text) {
    this.text = text;
    this.modules = new ModuleGrammar(text);
  }

  List<ModuleReference> references() {
    if (text.at(0) == '#' && text.at(1) == '!') {
      at = text.endOfLine(2);
    }
    int end = new ScriptWords(text).end();
    for (at = text.endOfSpace(at); at < end; at = text.endOfSpace(at)) {
      token(text.at(at));
    }
    return modules.references();
  }

  private void token(int octet) {
    if (ScriptText.isName(octet) || octet == '\\') {
      if (ScriptText.isDigit(octet)) {
        number();
      } else {
        word();
      }
    } else {
      punctuator(octet);
    }
  }

  private void punctuator(int octet) {
    switch (octet) {
      case '"', '\'' -> {
        at = Math.min(text.endOfString(at + 1, octet) + 1, text.length);
        become(Before.VALUE);
      }
      case '`' -> template(at + 1);
      case '/' -> slash();
      case '(' -> open(condition ? Brackets.Kind.CONDITION : Brackets.Kind.PAREN);
      case '[' -> open(Brackets.Kind.SQUARE);
      case '{' -> curly();
      case ')', ']', '}' -> close();
      case '.' -> dot();
      case '?' -> question();
      case ':' -> colon();
      case ';' -> {
        brackets.endStatement();
        step(1, Before.START);
      }
      default -> operator(octet);
    }
  }

  private void operator(int octet) {
    int next = text.at(at + 1);
    if ((octet == '+' || octet == '-') && next == octet) {
      at += 2; // Nothing changes about what may follow.
    } else if (octet == '=' && next == '>') {
      step(2, Before.ARROW);
    } else {
      step(1, Before.OPERATOR);
    }
  }

  /** An exponent's sign may be read as an operator: a value follows either way. */
  private void number() {
    int end = text.endOfName(at);
    while (text.at(end) == '.') {
      end = text.endOfName(end + 1);
    }
    at = end;
    become(Before.VALUE);
  }

  private void slash() {
    if (before == Before.VALUE) {
      step(1, Before.OPERATOR);
    } else {
      at = text.endOfName(text.endOfRegExp(at));
      become(Before.VALUE);
    }
  }

  private void template(int from) {
    at = text.endOfTemplate(from);
    if (text.at(at) == '$') {
      at++;
      open(Brackets.Kind.HOLE);
    } else {
      step(1, Before.VALUE);
    }
  }

  private void open(Brackets.Kind kind) {
    boolean statements = kind == Brackets.Kind.BLOCK || kind == Brackets.Kind.BODY;
    brackets.open(kind);
    step(1, statements ? Before.START : Before.OPERATOR);
  }

  private void curly() {
    Brackets.Body body = brackets.takeBody();
    if (body == Brackets.Body.EXPRESSION) {
      open(Brackets.Kind.BODY);
    } else {
      boolean object = before == Before.OPERATOR && body == Brackets.Body.NONE;
      open(object ? Brackets.Kind.OBJECT : Brackets.Kind.BLOCK);
    }
  }

  private void close() {
    switch (brackets.close()) {
      case HOLE -> template(at + 1);
      case BLOCK, CONDITION -> step(1, Before.START);
      case SCRIPT, BODY, OBJECT, PAREN, SQUARE -> step(1, Before.VALUE);
    }
  }

  private void dot() {
    if (text.at(at + 1) == '.' && text.at(at + 2) == '.') {
      step(3, Before.OPERATOR);
    } else {
      step(1, Before.DOT);
    }
  }

  private void question() {
    int next = text.at(at + 1);
    if (next == '?') {
      step(2, Before.OPERATOR);
    } else if (next == '.' && !ScriptText.isDigit(text.at(at + 2))) {
      step(2, Before.DOT);
    } else {
      brackets.ask();
      step(1, Before.OPERATOR);
    }
  }

  /** A label or a case ends, or a value follows. */
  private void colon() {
    boolean statement =
        switch (brackets.innermost()) {
          case SCRIPT, BLOCK, BODY -> !brackets.answer();
          case OBJECT, HOLE, CONDITION, PAREN, SQUARE -> false;
        };
    step(1, statement ? Before.START : Before.OPERATOR);
  }

  private void word() {
    int start = at;
    at = text.endOfName(start);
    if (before == Before.DOT) {
      become(Before.VALUE);
      return;
    }
    switch (Word.of(text, start, at)) {
      case IMPORT -> declared(modules.imported(at, brackets.isTopLevel()));
      case EXPORT -> declared(brackets.isTopLevel() ? modules.exported(at) : at);
      case FUNCTION, CLASS -> begin();
      case CONDITION -> condition = true;
      case OPERATOR -> become(Before.OPERATOR);
      case START -> become(Before.START);
      case OF -> become(isOperator() ? Before.OPERATOR : Before.VALUE);
      case AWAIT -> before = Before.OPERATOR; // for await (…) is a condition still.
      case DEFAULT -> become(Before.OPERATOR, Before.START);
      case ASYNC -> become(Before.VALUE, beforeFunction == null ? before : beforeFunction);
      case NAME -> become(Before.VALUE);
    }
  }

  /** Continues after a whole declaration, or after its first word if it is not one. */
  private void declared(int end) {
    become(Before.START);
    at = end;
  }

  private void begin() {
    Before first = beforeFunction == null ? before : beforeFunction;
    boolean expression = first == Before.OPERATOR || first == Before.ARROW;
    brackets.begin(expression ? Brackets.Body.EXPRESSION : Brackets.Body.DECLARATION);
  }

  /** {@code of} in the head of a loop, after what the loop declares. */
  private boolean isOperator() {
    return before == Before.VALUE && brackets.innermost() == Brackets.Kind.CONDITION;
  }

  private void become(Before now) {
    become(now, null);
  }

  private void become(Before now, @Nullable Before function) {
    before = now;
    condition = false;
    beforeFunction = function;
  }

  private void step(int length, Before now) {
    at += length;
    become(now);
  }
}
