package dev.autoversion;

import java.util.Optional;

/**
 * The token that changes when an asset changes: {@code 9f3c2ab1d04e}. It consists of 1 to 64
 * letters, digits, dots and dashes (ASCII), so it needs no escaping in URLs, HTML, CSS or
 * JavaScript.
 *
 * @param value the token's text
 */
public record Version(String value) {
  private static final int MAXIMUM_LENGTH = 64;
  // Shorter text of digits only is taken for a counter, such as a build number.
  private static final int SHORTEST_HASH = 8;

  /**
   * Checks the text.
   *
   * @param value the token's text
   * @throws IllegalArgumentException if the text is empty, longer than 64 or contains another
   *     character
   */
  public Version {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a version is 1 to 64 letters, digits, '.' and '-', unlike " + Printable.quote(value));
    }
  }

  /**
   * The version that a text stands for; a {@link Placement} uses it to read one out of a URL:
   * {@code "9f3c"} gives the version, {@code "a b"} and {@code ""} give nothing.
   *
   * @param text any text
   * @return the version, or empty if the text is not one
   */
  public static Optional<Version> parse(String text) {
    return isValid(text) ? Optional.of(new Version(text)) : Optional.empty();
  }

  /**
   * Whether this could be an earlier version of an asset that has another now: if that may be a
   * hash, hex digits of the same length; else the same kinds of characters, with a digit if that
   * has one. {@code file} has the form of neither {@code 9f3c2ab1d04e} nor {@code release7}; {@code
   * 99} has that of {@code 100}.
   */
  boolean hasFormOf(Version current) {
    return current.isHex() && (current.hasKind('a') || current.value.length() >= SHORTEST_HASH)
        ? value.length() == current.value.length() && isHex()
        : value.chars().allMatch(current::hasKind) && (hasKind('0') || !current.hasKind('0'));
  }

  /** Whether it is all lower-case hex digits. */
  boolean isHex() {
    return value.chars().allMatch(c -> isDigit(c) || (c >= 'a' && c <= 'f'));
  }

  /** The token's text. */
  @Override
  public String toString() {
    return value;
  }

  // Written by hand: on JDK 17 the generated one keeps this class loader alive once it has run.
  @Override
  public boolean equals(Object other) {
    return other instanceof Version that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  private boolean hasKind(int c) {
    return value.chars().anyMatch(own -> kind(own) == kind(c));
  }

  private static int kind(int c) {
    return isDigit(c) ? '0' : isAlphanumeric(c) ? (c | 0x20) == c ? 'a' : 'A' : c;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > MAXIMUM_LENGTH) {
      return false;
    }
    return text.chars().allMatch(c -> isAlphanumeric(c) || c == '.' || c == '-');
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }
}
