package dev.autoversion.page;

import java.util.function.UnaryOperator;

/**
 * Changes the URLs in a {@code srcset} and nothing else: {@code a.png 1x, b.png 2x}. Finds them as
 * browsers do (HTML, "parse a srcset attribute"), so that commas inside {@code data:} URLs and
 * descriptors are not separators.
 */
public final class Srcset {
  private Srcset() {}

  /**
   * Changes each URL: with {@code url -> url + "?v=1"}, {@code a.png 1x, b.png 2x} gives {@code
   * a.png?v=1 1x, b.png?v=1 2x}.
   *
   * @param srcset the attribute's value, any text
   * @param change maps each URL
   * @return the value with everything else unchanged
   */
  public static String map(String srcset, UnaryOperator<String> change) {
    StringBuilder result = new StringBuilder(srcset.length() + 32);
    int at = 0;
    while (at < srcset.length()) {
      int start = skipSeparators(srcset, at);
      int space = skipNonSpace(srcset, start);
      int end = beforeCommas(srcset, start, space);
      result.append(srcset, at, start);
      if (end > start) {
        result.append(change.apply(srcset.substring(start, end)));
      }
      // A comma right after the URL ends the candidate; else descriptors follow.
      at = end < space ? space : skipDescriptors(srcset, space);
      result.append(srcset, end, at);
    }
    return result.toString();
  }

  private static int skipSeparators(String text, int from) {
    int i = from;
    while (i < text.length() && (isSpace(text.charAt(i)) || text.charAt(i) == ',')) {
      i++;
    }
    return i;
  }

  private static int skipNonSpace(String text, int from) {
    int i = from;
    while (i < text.length() && !isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int beforeCommas(String text, int start, int end) {
    int i = end;
    while (i > start && text.charAt(i - 1) == ',') {
      i--;
    }
    return i;
  }

  private static int skipDescriptors(String text, int from) {
    int i = from;
    boolean inParens = false;
    while (i < text.length() && (inParens || text.charAt(i) != ',')) {
      char c = text.charAt(i);
      inParens = c == '(' || (inParens && c != ')');
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
