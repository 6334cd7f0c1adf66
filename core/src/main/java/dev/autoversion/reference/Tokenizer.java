package dev.autoversion.reference;

/** Cuts a stylesheet into tokens by the rules of CSS Syntax Level 3, section 4.3. */
final class Tokenizer {
  private final byte[] text;
  private final int end;
  private int at;
  private int tail;
  private boolean preceded;
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
    preceded = false;
    tail = at;
    while (at < end) {
      Token token = consume();
      if (token == Token.PLAIN) {
        preceded = true;
        tail = at;
      } else if (token != Token.NOTHING) {
        return token;
      }
    }
    return Token.END;
  }

  /** Whether plain tokens stood between the last two calls' tokens. */
  boolean preceded() {
    return preceded;
  }

  /** Index behind the last token, plain ones too: at the end, only space and comments follow it. */
  int tail() {
    return tail;
  }

  /** Index behind what has been read; only grows. */
  int at() {
    return at;
  }

  /** Where the raw value of the last string or URL starts. */
  int valueStart() {
    return valueStart;
  }

  /** Index behind the raw value of the last string or URL. */
  int valueEnd() {
    return valueEnd;
  }

  private Token consume() {
    byte first = text[at];
    return switch (first) {
      case ' ', '\t', '\n', '\r', '\f' -> one(Token.NOTHING);
      case '"', '\'' -> string(first);
      case '(' -> one(Token.OPEN_PAREN);
      case ')' -> one(Token.CLOSE_PAREN);
      case '[' -> one(Token.OPEN_SQUARE);
      case ']' -> one(Token.CLOSE_SQUARE);
      case '{' -> one(Token.OPEN_CURLY);
      case '}' -> one(Token.CLOSE_CURLY);
      case ';' -> one(Token.SEMICOLON);
      case '/' -> slash();
      case '@' -> atSign();
      case '<' -> startsWith("<!--") ? many(4, Token.HTML_COMMENT) : one(Token.PLAIN);
      case '-' -> minus();
      case '#' -> plainName(at + 1);
      // A number with its unit: sign, fraction and exponent make no difference to where it ends.
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> plainName(at);
      case '\\' -> Escape.isValid(text, at, end) ? identLike() : one(Token.PLAIN);
      default -> ByteClass.isNameStart(first) ? identLike() : one(Token.PLAIN);
    };
  }

  private Token slash() {
    if (!startsWith("/*")) {
      return one(Token.PLAIN);
    }
    at = Extent.comment(text, at, end);
    return Token.NOTHING;
  }

  private Token atSign() {
    int start = at + 1;
    if (!Name.startsAt(text, start, end)) {
      return one(Token.PLAIN);
    }
    at = Extent.name(text, start, end);
    return Name.is("import", text, start, at) ? Token.IMPORT : Token.AT_KEYWORD;
  }

  private Token minus() {
    if (startsWith("-->")) {
      return many(3, Token.HTML_COMMENT);
    }
    return Name.startsAt(text, at, end) ? identLike() : one(Token.PLAIN);
  }

  private Token plainName(int start) {
    at = Extent.name(text, start, end);
    return Token.PLAIN;
  }

  private Token identLike() {
    int start = at;
    int nameEnd = Extent.name(text, start, end);
    at = nameEnd;
    if (nameEnd == end || text[nameEnd] != '(') {
      return Token.PLAIN;
    }
    at++;
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
      at = Extent.badUrl(text, at, end);
      return Token.PLAIN;
    }
    at = Math.min(at + 1, end);
    return Token.URL;
  }

  private Token string(byte quote) {
    valueStart = at + 1;
    valueEnd = Extent.string(quote, text, valueStart, end);
    boolean bad = valueEnd < end && text[valueEnd] != quote;
    at = bad ? valueEnd : Math.min(valueEnd + 1, end);
    return bad ? Token.PLAIN : Token.STRING;
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

  private Token one(Token token) {
    at++;
    return token;
  }

  private Token many(int bytes, Token token) {
    at += bytes;
    return token;
  }
}
