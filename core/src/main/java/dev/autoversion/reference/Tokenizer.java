package dev.autoversion.reference;

/**
 * Cuts a stylesheet into tokens by the rules of CSS Syntax Level 3, section 4.3.
 *
 * <p>Most of a stylesheet is plain text, whose tokens nobody needs. It is skipped up to the next
 * byte that may start, end or hide another token, and only then is the name before it examined:
 * three times as fast as token by token.
 */
final class Tokenizer {
  private final byte[] text;
  private final int end;
  private int at;
  private int plainStart;
  private int tokenStart;
  private boolean preceded;
  private boolean behindStatement;
  private int valueStart;
  private int valueEnd;

  /** Reads {@code text} from {@code start} up to {@code end}. */
  Tokenizer(byte[] text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Goes on to the next token that is not plain. */
  Token next() {
    return next(false);
  }

  /** Goes on to the next token that is neither plain nor a semicolon or curly bracket. */
  Token nextOverStatements() {
    return next(true);
  }

  private Token next(boolean overStatements) {
    preceded = false;
    behindStatement = false;
    Token token = Token.PLAIN;
    while (token == Token.PLAIN) {
      plainStart = at;
      at = overStatements ? Extent.plainStatements(text, at, end) : Extent.plainText(text, at, end);
      tokenStart = at;
      token = at < end ? consume() : Token.END;
    }
    return token;
  }

  /** Whether there were plain tokens between the last two calls' tokens. */
  boolean preceded() {
    return preceded || plainEnd() > plainStart;
  }

  /** Whether the last of the plain tokens before this one was a semicolon or a curly bracket. */
  boolean behindStatement() {
    int plainEnd = plainEnd();
    return plainEnd > plainStart ? ByteClass.endsStatement(text[plainEnd - 1]) : behindStatement;
  }

  /** The index after what has been read; only grows. */
  int at() {
    return at;
  }

  /** Where the raw value of the last string or URL starts. */
  int valueStart() {
    return valueStart;
  }

  /** The index after the raw value of the last string or URL. */
  int valueEnd() {
    return valueEnd;
  }

  private int plainEnd() {
    int i = tokenStart;
    while (i > plainStart && ByteClass.isSpace(text[i - 1])) {
      i--;
    }
    return i;
  }

  private Token consume() {
    byte first = text[at];
    return switch (first) {
      case '"', '\'' -> string(first);
      case '(' -> function(nameStart(), at);
      case ')' -> one(Token.CLOSE_PAREN);
      case '[' -> one(Token.OPEN_SQUARE);
      case ']' -> one(Token.CLOSE_SQUARE);
      case '{' -> one(Token.OPEN_CURLY);
      case '}' -> one(Token.CLOSE_CURLY);
      case ';' -> one(Token.SEMICOLON);
      case '/' -> slash();
      case '@' -> atSign();
      case '<' -> startsWith("<!--") ? many(4, Token.HTML_COMMENT) : plain(at + 1);
      case '>' -> greaterThan();
      default -> backslash();
    };
  }

  private Token slash() {
    if (!startsWith("/*")) {
      return plain(at + 1);
    }
    behindStatement = behindStatement();
    preceded = preceded();
    at = Extent.comment(text, at, end);
    return Token.PLAIN;
  }

  private Token atSign() {
    int start = at + 1;
    if (!Name.startsAt(text, start, end)) {
      return plain(start);
    }
    at = Extent.name(text, start, end);
    return Name.is("import", text, start, at) ? Token.IMPORT : Token.AT_KEYWORD;
  }

  /** The end of {@code -->}, unless the dashes are a part of a name: {@code a-->}, {@code #-->}. */
  private Token greaterThan() {
    int start = nameStart();
    boolean closes = at - start == 2 && text[start] == '-' && text[start + 1] == '-';
    if (!closes || isHash(start)) {
      return plain(at + 1);
    }
    tokenStart = start;
    return one(Token.HTML_COMMENT);
  }

  /** An escape starts or continues a name. */
  private Token backslash() {
    if (!Escape.isValid(text, at, end)) {
      return plain(at + 1);
    }
    int start = nameStart();
    int nameEnd = Extent.name(text, at, end);
    boolean opens = nameEnd < end && text[nameEnd] == '(';
    return opens ? function(start, nameEnd) : plain(nameEnd);
  }

  /** Where the name that ends at {@code at} starts, or {@code at} itself if there is none. */
  private int nameStart() {
    int start = at;
    while (start > plainStart && ByteClass.isName(text[start - 1])) {
      start--;
    }
    return start;
  }

  private boolean isHash(int nameStart) {
    return nameStart > plainStart && text[nameStart - 1] == '#';
  }

  private Token function(int start, int nameEnd) {
    at = nameEnd + 1;
    if (!Name.startsAt(text, start, end) || isHash(start)) {
      return Token.OPEN_PAREN;
    }
    tokenStart = start;
    if (Name.is("url", text, start, nameEnd)) {
      return url();
    }
    if (Name.is("src", text, start, nameEnd)) {
      return Token.ADDRESS_FUNCTION;
    }
    boolean imageSet =
        Name.is("image-set", text, start, nameEnd)
            || Name.is("-webkit-image-set", text, start, nameEnd);
    return imageSet ? Token.IMAGE_SET_FUNCTION : Token.OPEN_PAREN;
  }

  private Token url() {
    at = Extent.space(text, at, end);
    if (at < end && ByteClass.isQuote(text[at])) {
      return Token.ADDRESS_FUNCTION;
    }
    valueStart = at;
    valueEnd = Extent.address(text, at, end);
    at = Extent.space(text, valueEnd, end);
    if (at < end && text[at] != ')') {
      return plain(Extent.badUrl(text, at, end));
    }
    at = Math.min(at + 1, end);
    return Token.URL;
  }

  private Token string(byte quote) {
    valueStart = at + 1;
    valueEnd = Extent.string(quote, text, valueStart, end);
    if (valueEnd < end && text[valueEnd] != quote) {
      return plain(valueEnd);
    }
    at = Math.min(valueEnd + 1, end);
    return Token.STRING;
  }

  private boolean startsWith(String ascii) {
    if (ascii.length() > end - at) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (text[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Token plain(int tokenEnd) {
    preceded = true;
    behindStatement = false;
    at = tokenEnd;
    return Token.PLAIN;
  }

  private Token one(Token token) {
    at++;
    return token;
  }

  private Token many(int bytes, Token token) {
    at += bytes;
    return token;
  }
}
