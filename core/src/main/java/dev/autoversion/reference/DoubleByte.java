package dev.autoversion.reference;

import java.nio.charset.Charset;

/** The charsets whose second bytes can look like ASCII: {@code 表} ends in a backslash's byte. */
final class DoubleByte {
  private static final byte HIDDEN = (byte) 0x80;

  private DoubleByte() {}

  static boolean covers(Charset charset) {
    return switch (charset.name()) {
      case "Big5", "Big5-HKSCS", "EUC-KR", "GB18030", "GB2312", "GBK", "x-windows-949" -> true;
      default -> isShiftJis(charset);
    };
  }

  /**
   * The bytes with each second byte made greater than 0x7F if the charset needs it; else the same.
   */
  static byte[] hideTrailBytes(byte[] bytes, Charset charset) {
    if (!covers(charset)) {
      return bytes;
    }
    boolean shiftJis = isShiftJis(charset);
    byte[] hidden = bytes.clone();
    for (int i = 0; i + 1 < hidden.length; i++) {
      if (isLead(hidden[i] & 0xFF, shiftJis) && isTrail(hidden[i + 1] & 0xFF)) {
        i++;
        hidden[i] = HIDDEN;
      }
    }
    return hidden;
  }

  private static boolean isShiftJis(Charset charset) {
    return charset.name().equals("Shift_JIS") || charset.name().equals("windows-31j");
  }

  private static boolean isLead(int b, boolean shiftJis) {
    boolean single = shiftJis && (b >= 0xA0 && b < 0xE0 || b > 0xFC);
    return b > 0x80 && b < 0xFF && !single;
  }

  /** A digit is a trail byte only in GB18030; elsewhere it is harmless, as a name character too. */
  private static boolean isTrail(int b) {
    return b >= 0x40 && b != 0x7F || b >= '0' && b <= '9';
  }
}
