package dev.autoversion.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file is loaded for, by the extension of its URL; {@code as} of a preload. */
enum Destination {
  SCRIPT("script", "js", "cjs"),
  MODULE("script", "mjs"),
  STYLE("style", "css"),
  FONT("font", "woff2", "woff", "ttf", "otf", "ttc"),
  IMAGE(
      "image", "avif", "webp", "png", "jpg", "jpeg", "gif", "svg", "svgz", "ico", "cur", "apng",
      "bmp", "jxl", "tif", "tiff"),
  VIDEO("video", "mp4", "m4v", "webm", "ogv", "mov"),
  AUDIO("audio", "mp3", "m4a", "aac", "flac", "oga", "ogg", "opus", "wav", "weba"),
  TRACK("track", "vtt"),
  /** Pages, and parts of pages that scripts fetch; never an entry. */
  PAGE("fetch", "html", "htm", "xht"),
  /** Everything that scripts fetch themselves: JSON, WebAssembly, and unknown types. */
  FETCH("fetch");

  private static final Map<String, Destination> BY_EXTENSION = byExtension();

  final String label;
  private final String[] extensions;

  Destination(String label, String... extensions) {
    this.label = label;
    this.extensions = extensions;
  }

  static Destination of(String url) {
    return BY_EXTENSION.getOrDefault(extension(url), FETCH);
  }

  /**
   * By the template's {@code as}; destinations without rules of their own are treated like scripts.
   */
  static Destination named(String label) {
    return switch (label) {
      case "font" -> FONT;
      case "fetch" -> FETCH;
      default -> SCRIPT;
    };
  }

  /** The type by which browsers that can't read such a font skip it. */
  static Optional<String> fontType(String url) {
    String extension = extension(url);
    return extension.equals("ttc")
        ? Optional.of("font/collection")
        : of(url) == FONT ? Optional.of("font/" + extension) : Optional.empty();
  }

  private static String extension(String url) {
    int path = firstOf("?#", url, 0);
    int name = url.lastIndexOf('/', path - 1) + 1;
    int end = Math.min(path, firstOf(";", url, name));
    int dot = url.lastIndexOf('.', end - 1);
    return dot < name ? "" : url.substring(dot + 1, end).toLowerCase(Locale.ROOT);
  }

  /** The place of the first of some characters, or the end. */
  private static int firstOf(String characters, String url, int from) {
    int at = from;
    while (at < url.length() && characters.indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static Map<String, Destination> byExtension() {
    Map<String, Destination> all = new HashMap<>();
    for (Destination each : values()) {
      for (String extension : each.extensions) {
        all.put(extension, each);
      }
    }
    return Map.copyOf(all);
  }
}
