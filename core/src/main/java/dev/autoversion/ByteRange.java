package dev.autoversion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110, 14.1.2): {@code bytes=100-199}, {@code bytes=100-}, {@code
 * bytes=-100}.
 *
 * @param first the first byte; -1 if a number of last bytes is wanted
 * @param last the last byte, or the number of last bytes
 */
record ByteRange(long first, long last) {
  private static final String UNIT = "bytes=";
  // More digits than a file's length has.
  private static final int DIGITS = 18;

  /** The range of a header; null if there is none, several, or a malformed one. */
  static @Nullable ByteRange of(List<String> lines) {
    String line = lines.size() == 1 ? lines.get(0).strip() : "";
    int dash = line.indexOf('-');
    if (!line.regionMatches(true, 0, UNIT, 0, UNIT.length()) || dash < 0) {
      return null;
    }
    String from = line.substring(UNIT.length(), dash).strip();
    String to = line.substring(dash + 1).strip();
    if (!isNumber(from) || !isNumber(to) || from.isEmpty() && to.isEmpty()) {
      return null;
    }
    long first = from.isEmpty() ? -1 : number(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
    return first > last ? null : new ByteRange(first, last);
  }

  /** Whether a representation of that length contains part of it. */
  boolean isIn(long length) {
    return first < 0 ? last > 0 && length > 0 : first < length;
  }

  /**
   * Whether it asks for the end of an empty representation, which is the whole (RFC 9110, 14.1.2).
   */
  boolean isEndOfNothing(long length) {
    return first < 0 && last > 0 && length == 0;
  }

  long start(long length) {
    return first < 0 ? Math.max(length - last, 0) : first;
  }

  long count(long length) {
    long end = first < 0 ? length : Math.min(last, length - 1) + 1;
    return end - start(length);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long number(String digits) {
    return digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
