package dev.autoversion.reference;

/** How a reference is written; a new value is written the same way, in ASCII. */
enum Form {
  DOUBLE_QUOTED("\"\\"),
  SINGLE_QUOTED("'\\"),
  UNQUOTED("\"'()\\ ");

  private final String special;

  Form(String special) {
    this.special = special;
  }

  /** The form of the reference that starts at {@code start}: recognised by the byte before it. */
  static Form of(byte[] text, int start) {
    return switch (text[start - 1]) {
      case '"' -> DOUBLE_QUOTED;
      case '\'' -> SINGLE_QUOTED;
      default -> UNQUOTED;
    };
  }

  /** {@code a b} is {@code a\ b} in a URL without quotes. */
  String written(String value) {
    StringBuilder written = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); ) {
      int character = value.codePointAt(i);
      i += Character.charCount(character);
      boolean printable = character >= ' ' && character < 0x7F;
      if (printable && special.indexOf(character) < 0) {
        written.append((char) character);
      } else if (printable) {
        written.append('\\').append((char) character);
      } else {
        written.append('\\').append(Integer.toHexString(character)).append(' ');
      }
    }
    return written.toString();
  }
}
