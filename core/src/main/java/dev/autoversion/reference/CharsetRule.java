package dev.autoversion.reference;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The rule {@code @charset "…";} in the one form that names an encoding. */
final class CharsetRule {
  private static final String OPENING = "@charset \"";
  private static final int MOST = 1024;

  private CharsetRule() {}

  /** The charset that the first bytes name; UTF-8 if they name none that the web knows. */
  static Charset charset(byte[] bytes) {
    int most = Math.min(bytes.length, MOST);
    int start = OPENING.length();
    if (!OPENING.equals(ascii(bytes, 0, Math.min(start, most)))) {
      return StandardCharsets.UTF_8;
    }
    int end = start;
    while (end < most && bytes[end] != '"') {
      end++;
    }
    boolean closed = end + 1 < most && bytes[end + 1] == ';';
    return closed ? named(ascii(bytes, start, end).strip()) : StandardCharsets.UTF_8;
  }

  private static Charset named(String label) {
    try {
      return onTheWeb(Charset.forName(label));
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** A name as the Encoding Standard reads it; UTF-16 declared in ASCII letters can't be true. */
  private static Charset onTheWeb(Charset charset) {
    String name = charset.name();
    return switch (name) {
      case "US-ASCII", "ISO-8859-1" -> Charset.forName("windows-1252");
      case "ISO-8859-9" -> Charset.forName("windows-1254");
      case "EUC-JP", "IBM866", "TIS-620", "x-windows-874", "x-MacRoman", "x-MacCyrillic" -> charset;
      default -> {
        boolean known =
            name.startsWith("ISO-8859-")
                || name.startsWith("windows-125")
                || name.startsWith("KOI8-")
                || DoubleByte.covers(charset);
        yield known ? charset : StandardCharsets.UTF_8;
      }
    };
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
