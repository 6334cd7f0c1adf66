package dev.autoversion.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1): a star or a list
 * of entity tags, over one or several lines. What is malformed matches nothing; one pass, whatever
 * the length.
 */
record EntityTags(List<String> lines) {
  static EntityTags of(@Nullable Enumeration<String> lines) {
    return new EntityTags(lines == null ? List.of() : Collections.list(lines));
  }

  boolean arePresent() {
    return !lines.isEmpty();
  }

  /** Whether a strong tag is among them, byte for byte. */
  boolean haveStrongly(String tag) {
    return isStar() || lines.stream().anyMatch(line -> has(line, tag, false));
  }

  /** The same, where one that is marked as weak counts, too. */
  boolean haveWeakly(String tag) {
    return isStar() || lines.stream().anyMatch(line -> has(line, tag, true));
  }

  private boolean isStar() {
    return lines.size() == 1 && lines.get(0).strip().equals("*");
  }

  private static boolean has(String line, String tag, boolean weakCounts) {
    int at = 0;
    while (at < line.length()) {
      boolean weak = line.startsWith("W/", at);
      int open = weak ? at + 2 : at;
      if (!line.startsWith("\"", open)) {
        at = isSpace(line.charAt(at)) || line.charAt(at) == ',' ? at + 1 : behindComma(line, at);
        continue;
      }
      int close = line.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      boolean same =
          close + 1 - open == tag.length() && line.startsWith(tag, open) && isEnd(line, close + 1);
      if (same && (weakCounts || !weak)) {
        return true;
      }
      at = behindComma(line, close + 1);
    }
    return false;
  }

  /** Whether a tag ends here, and is not the beginning of something else. */
  private static boolean isEnd(String line, int at) {
    return at == line.length() || line.charAt(at) == ',' || isSpace(line.charAt(at));
  }

  private static int behindComma(String line, int at) {
    int comma = line.indexOf(',', at);
    return comma < 0 ? line.length() : comma + 1;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
