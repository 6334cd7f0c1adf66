package dev.autoversion.fingerprint;

import java.util.Comparator;
import java.util.HexFormat;

/**
 * A reference that leads to no asset: {@code css/app.css:3: no asset for '../img/logo.png'}.
 *
 * @param path the file that contains it, below the folder: {@code css/app.css}
 * @param line the line in that file, from 1
 * @param reference as it is written: {@code ../img/logo.png}
 */
public record MissingReference(String path, int line, String reference)
    implements Comparable<MissingReference> {
  private static final Comparator<MissingReference> ORDER =
      Comparator.comparing(MissingReference::path)
          .thenComparingInt(MissingReference::line)
          .thenComparing(MissingReference::reference);

  @Override
  public int compareTo(MissingReference other) {
    return ORDER.compare(this, other);
  }

  /**
   * In the form of compiler messages, so that editors find the place; control characters are
   * escaped.
   */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(path + ":" + line + ": no asset for '");
    for (char c : reference.toCharArray()) {
      if (Character.isISOControl(c)) { // A line break, or a terminal's control character.
        shown.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        shown.append(c);
      }
    }
    return shown.append('\'').toString();
  }
}
