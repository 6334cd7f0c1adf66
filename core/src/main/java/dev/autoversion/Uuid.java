package dev.autoversion;

import java.util.HexFormat;

/**
 * Names that programs invent (RFC 9562): {@code 550e8400-e29b-41d4-a716-446655440000}. Their last
 * group looks like the first digits of a hash.
 */
final class Uuid {
  private static final String HEAD = "00000000-0000-0000-0000-";
  private static final int TAIL = 12;

  private Uuid() {}

  /** Whether what a URL carries as a version is the last group of such a name. */
  static boolean endsWith(Version version, String url) {
    int tail = url.lastIndexOf('-' + version.value()) + 1;
    int start = tail - HEAD.length();
    if (start < 0 || version.value().length() != TAIL) {
      return false;
    }
    for (int i = 0; i < HEAD.length(); i++) {
      char c = url.charAt(start + i);
      if (HEAD.charAt(i) == '-' ? c != '-' : !HexFormat.isHexDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
