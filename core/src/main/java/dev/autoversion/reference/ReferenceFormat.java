package dev.autoversion.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The formats whose references are found and rewritten, recognised by a name's extension. */
public enum ReferenceFormat {
  /** A stylesheet: {@code url(…)}, {@code @import} and the like. */
  STYLESHEET(Stylesheet::of),
  /** An SVG image: {@code href}, and the references in its styles. */
  SVG(SvgImage::of),
  /** A web app manifest: icons and screenshots. */
  WEB_MANIFEST(WebManifest::of);

  private final Function<byte[], Referrer> reader;

  ReferenceFormat(Function<byte[], Referrer> reader) {
    this.reader = reader;
  }

  /**
   * The format of a file: {@code css/app.css} is a stylesheet.
   *
   * @param path its path or name
   * @return the format, or empty if such files are not searched for references
   */
  public static Optional<ReferenceFormat> of(String path) {
    String ending = path.substring(Math.max(path.lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case ".css" -> Optional.of(STYLESHEET);
      case ".svg" -> Optional.of(SVG);
      case ".webmanifest" -> Optional.of(WEB_MANIFEST);
      default -> Optional.empty();
    };
  }

  /** Scans the bytes and keeps the array, which must not change any more. */
  public Referrer read(byte[] bytes) {
    return reader.apply(bytes);
  }
}
