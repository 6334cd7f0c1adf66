package dev.autoversion.reference;

/** The tokens of CSS Syntax Level 3, as far as a search for references tells them apart. */
enum Token {
  /**
   * A token that contains no reference and opens, closes and ends nothing; also a bad string or
   * URL.
   */
  PLAIN,
  STRING,
  /** {@code url(x)} with an unquoted address. */
  URL,
  /** {@code url("} (without the quote) or {@code src(}. */
  ADDRESS_FUNCTION,
  IMAGE_SET_FUNCTION,
  /** Any other function, or a parenthesis. */
  OPEN_PAREN,
  OPEN_SQUARE,
  OPEN_CURLY,
  CLOSE_PAREN,
  CLOSE_SQUARE,
  CLOSE_CURLY,
  SEMICOLON,
  IMPORT,
  AT_KEYWORD,
  /** {@code <!--} or {@code -->}. */
  HTML_COMMENT,
  END
}
