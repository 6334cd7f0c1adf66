package dev.autoversion.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The formats whose references are found and put anew; a name's ending tells which. */
public enum ReferenceFormat {
  /** A stylesheet: {@code url(…)}, {@code @import} and the like. */
  STYLESHEET(Stylesheet::of),
  /** An SVG image: {@code href}, and what styles in it refer to. */
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
   * @return the format, or empty where the file has no references that are looked for
   */
  public static Optional<ReferenceFormat> of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "css" -> Optional.of(STYLESHEET);
      case "svg" -> Optional.of(SVG);
      case "webmanifest" -> Optional.of(WEB_MANIFEST);
      default -> Optional.empty();
    };
  }

  /** Scans the bytes, and keeps the array: it must not change any more. */
  public Referrer read(byte[] bytes) {
    return reader.apply(bytes);
  }
}
