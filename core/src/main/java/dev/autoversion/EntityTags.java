package dev.autoversion;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The entity tags that a header lists (RFC 9110, 8.8.3): {@code "a", W/"b"}. */
final class EntityTags {
  private static final int DIGITS = 32;

  private EntityTags() {}

  /** A strong tag for these bytes, with its quotes: half of their SHA-256. */
  static String of(byte[] bytes) {
    byte[] hash = ContentHashStrategy.sha256().digest(bytes);
    return "\"" + HexFormat.of().formatHex(hash).substring(0, DIGITS) + "\"";
  }

  /** A tag for what a text identifies. */
  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a tag is among them; {@code *} matches any. Weak tags count only if {@code weakly}. */
  static boolean match(List<String> lines, String etag, boolean weakly) {
    for (String line : lines) {
      if (line.strip().equals("*") || isIn(line, etag, weakly)) {
        return true;
      }
    }
    return false;
  }

  /** There may be a comma inside the quotes. */
  private static boolean isIn(String line, String etag, boolean weakly) {
    for (int open = line.indexOf('"'); open >= 0; ) {
      int close = line.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      boolean weak = line.startsWith("W/", open - 2);
      boolean same = line.regionMatches(open, etag, 0, close + 1 - open);
      if (same && (weakly || !weak)) {
        return true;
      }
      open = line.indexOf('"', close + 1);
    }
    return false;
  }
}
