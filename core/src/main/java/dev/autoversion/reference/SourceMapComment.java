package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The value in {@code /*# sourceMappingURL=app.css.map}, as ECMA-426 reads such a comment. */
final class SourceMapComment {
  private static final byte[] KEY = "sourceMappingURL=".getBytes(StandardCharsets.US_ASCII);

  private SourceMapComment() {}

  /**
   * The value in the last such comment in {@code [from, end)}, which holds only space and comments.
   *
   * <p>Something else in the comment behind the value makes it an ordinary comment.
   */
  static Optional<Span> last(byte[] text, int from, int end) {
    Optional<Span> last = Optional.empty();
    int at = from;
    while (at < end) {
      if (text[at] != '/') {
        at++;
        continue;
      }
      int next = Extent.comment(text, at, end);
      Optional<Span> found = in(text, at + 2, contentEnd(text, next));
      last = found.isPresent() ? found : last;
      at = next;
    }
    return last;
  }

  private static int contentEnd(byte[] text, int end) {
    boolean closed = text[end - 2] == '*' && text[end - 1] == '/';
    return closed ? end - 2 : end;
  }

  private static Optional<Span> in(byte[] text, int from, int end) {
    if (from >= end || text[from] != '#' && text[from] != '@') {
      return Optional.empty();
    }
    int key = spaceEnd(text, from + 1, end);
    int start = key + KEY.length;
    if (start > end || !Arrays.equals(text, key, start, KEY, 0, KEY.length)) {
      return Optional.empty();
    }
    int valueEnd = start;
    while (valueEnd < end && !isSpace(text[valueEnd])) {
      valueEnd++;
    }
    return spaceEnd(text, valueEnd, end) == end
        ? Optional.of(new Span(start, valueEnd))
        : Optional.empty();
  }

  private static int spaceEnd(byte[] text, int from, int end) {
    int i = from;
    while (i < end && isSpace(text[i])) {
      i++;
    }
    return i;
  }

  /** The space of ECMA-426 has the vertical tab as well. */
  private static boolean isSpace(byte b) {
    return ByteClass.isSpace(b) || b == 0x0B;
  }
}
