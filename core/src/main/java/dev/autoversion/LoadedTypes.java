package dev.autoversion;

import java.util.Locale;
import java.util.Set;

/** The file name extensions of what pages load, in contrast to what they link to. */
final class LoadedTypes {
  private static final Set<String> EXTENSIONS =
      Set.of(
          // Scripts, styles, data and what debuggers ask for.
          "js",
          "mjs",
          "css",
          "wasm",
          "json",
          "map",
          "webmanifest",
          "xml",
          "txt",
          "pdf",
          "vtt",
          // Images.
          "apng",
          "avif",
          "bmp",
          "cur",
          "gif",
          "ico",
          "jpeg",
          "jpg",
          "jxl",
          "png",
          "svg",
          "svgz",
          "tif",
          "tiff",
          "webp",
          // Fonts.
          "eot",
          "otf",
          "ttc",
          "ttf",
          "woff",
          "woff2",
          // Sound and film.
          "aac",
          "flac",
          "m4a",
          "mp3",
          "oga",
          "ogg",
          "opus",
          "wav",
          "weba",
          "m3u8",
          "m4v",
          "mov",
          "mp4",
          "mpd",
          "ogv",
          "webm");

  private LoadedTypes() {}

  /** Whether a URL's path ends like an asset's: {@code /js/app.js}, {@code /a.JS;x=1}. */
  static boolean areOf(String path) {
    int name = path.lastIndexOf('/') + 1;
    int semicolon = path.indexOf(';', name);
    int end = semicolon < 0 ? path.length() : semicolon;
    int dot = path.lastIndexOf('.', end - 1);
    return dot >= name
        && EXTENSIONS.contains(path.substring(dot + 1, end).toLowerCase(Locale.ROOT));
  }
}
