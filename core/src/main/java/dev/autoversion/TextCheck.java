package dev.autoversion;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Checks whether a text's bytes, written to it piece by piece, are UTF-8 and declare no other
 * encoding. A header with a charset wins over the text's own declaration (WHATWG HTML, 13.2.3.2).
 */
final class TextCheck extends OutputStream {
  private static final int HEAD = 1024;

  private final StringBuilder head = new StringBuilder();
  private boolean malformed;
  private long written;
  private int missing;
  private int least;
  private int most;

  static boolean isUtf8(byte[] bytes) {
    TextCheck check = new TextCheck();
    check.write(bytes, 0, bytes.length);
    return check.isUtf8();
  }

  boolean isUtf8() {
    return !malformed && missing == 0 && saysNothingElse();
  }

  /** How many bytes were written to it. */
  long length() {
    return written;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    written += length;
    int kept = Math.min(length, HEAD - head.length());
    head.append(new String(bytes, offset, kept, StandardCharsets.ISO_8859_1));
    for (int i = offset; i < offset + length && !malformed; i++) {
      if (missing > 0 || bytes[i] < 0) {
        add(bytes[i] & 0xff);
      }
    }
  }

  /** The well-formed sequences of the Unicode Standard, table 3-7. */
  private void add(int octet) {
    if (missing > 0) {
      malformed = octet < least || octet > most;
      missing--;
      bounds(0x80, 0xbf);
    } else if (octet >= 0xc2 && octet <= 0xdf) {
      missing = 1;
      bounds(0x80, 0xbf);
    } else if (octet >= 0xe0 && octet <= 0xef) {
      missing = 2;
      bounds(octet == 0xe0 ? 0xa0 : 0x80, octet == 0xed ? 0x9f : 0xbf);
    } else if (octet >= 0xf0 && octet <= 0xf4) {
      missing = 3;
      bounds(octet == 0xf0 ? 0x90 : 0x80, octet == 0xf4 ? 0x8f : 0xbf);
    } else {
      malformed = true;
    }
  }

  private void bounds(int lowest, int highest) {
    least = lowest;
    most = highest;
  }

  /** A stylesheet's {@code @charset}, a page's {@code meta}, an XML declaration's encoding. */
  private boolean saysNothingElse() {
    String said = head.toString().toLowerCase(Locale.ROOT);
    boolean bom = said.startsWith("\u00ef\u00bb\u00bf");
    return bom
        || said.startsWith("@charset") && isUtf8At(said, said.indexOf('"'))
        || said.startsWith("<?xml") && isUtf8At(said, declared(said))
        || !said.startsWith("@charset") && !said.startsWith("<?xml") && isUtf8InPage(said);
  }

  private static int declared(String said) {
    int end = said.indexOf("?>");
    int encoding = said.indexOf("encoding");
    return encoding < 0 || encoding > end ? -1 : said.indexOf('=', encoding);
  }

  private static boolean isUtf8InPage(String said) {
    int meta = said.indexOf("<meta");
    int charset = meta < 0 ? -1 : said.indexOf("charset", meta);
    return charset < 0 || isUtf8At(said, said.indexOf('=', charset));
  }

  /** Whether UTF-8 is named after an index, or there is no such index. */
  private static boolean isUtf8At(String said, int at) {
    int start = at;
    while (start >= 0 && start < said.length() && "=\"' \t\r\n".indexOf(said.charAt(start)) >= 0) {
      start++;
    }
    return start < 0 || said.startsWith("utf-8", start) || said.startsWith("utf8", start);
  }
}
