package dev.autoversion;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The media type of an asset by the extension of its name, as IANA registered it.
 *
 * @param name {@code text/javascript}
 * @param loaded whether pages load it rather than link to it
 * @param packed whether it is already compressed
 */
record MediaType(String name, boolean loaded, boolean packed) {
  private static final MediaType UNKNOWN = new MediaType("application/octet-stream", false, true);
  private static final Map<String, MediaType> BY_EXTENSION = table();

  /** By a whole URL: {@code /js/app.js?v=1#top}. */
  static MediaType ofUrl(String url) {
    return ofPath(UrlParts.of(url).path());
  }

  /** By the path of a URL: {@code /js/app.js}, {@code /a.JS;x=1}. */
  static MediaType ofPath(String path) {
    return ofName(UrlParts.withoutParameters(path));
  }

  /** By the name of a file, which may have a semicolon: {@code css/a;b.css}. */
  static MediaType ofName(String name) {
    String extension = extension(name);
    if (extension.isEmpty()) {
      return UNKNOWN;
    }
    MediaType known = BY_EXTENSION.get(extension);
    return known == null
        ? BY_EXTENSION.getOrDefault(extension.toLowerCase(Locale.ROOT), UNKNOWN)
        : known;
  }

  /** Whether a script's extension says that it is not a module. */
  static boolean isClassicScript(String path) {
    return extension(UrlParts.withoutParameters(path)).equalsIgnoreCase("cjs");
  }

  /** Whether it is text, whose encoding a browser must know. */
  boolean isText() {
    return name.startsWith("text/")
        || name.endsWith("json")
        || name.endsWith("xml") && !packed
        || name.equals("application/vnd.apple.mpegurl");
  }

  boolean isKnown() {
    return this != UNKNOWN;
  }

  boolean isScript() {
    return name.equals("text/javascript");
  }

  boolean isStylesheet() {
    return name.equals("text/css");
  }

  boolean isPage() {
    return name.equals("text/html") || name.equals("application/xhtml+xml");
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/') ? "" : path.substring(dot + 1);
  }

  private static Map<String, MediaType> table() {
    Map<String, MediaType> table = new HashMap<>();
    loaded(table, false, "text/javascript", "js", "mjs", "cjs");
    loaded(table, false, "text/css", "css");
    loaded(table, false, "application/wasm", "wasm");
    loaded(table, false, "application/json", "json", "map");
    loaded(table, false, "application/manifest+json", "webmanifest");
    loaded(table, false, "application/xml", "xml");
    loaded(table, false, "text/plain", "txt");
    loaded(table, true, "application/pdf", "pdf");
    loaded(table, false, "text/vtt", "vtt");
    loaded(table, true, "image/apng", "apng");
    loaded(table, true, "image/avif", "avif");
    loaded(table, false, "image/bmp", "bmp");
    loaded(table, false, "image/vnd.microsoft.icon", "ico", "cur");
    loaded(table, true, "image/gif", "gif");
    loaded(table, true, "image/jpeg", "jpg", "jpeg");
    loaded(table, true, "image/jxl", "jxl");
    loaded(table, true, "image/png", "png");
    loaded(table, false, "image/svg+xml", "svg");
    loaded(table, true, "image/svg+xml", "svgz");
    loaded(table, true, "image/tiff", "tif", "tiff");
    loaded(table, true, "image/webp", "webp");
    loaded(table, false, "application/vnd.ms-fontobject", "eot");
    loaded(table, false, "font/otf", "otf");
    loaded(table, false, "font/ttf", "ttf");
    loaded(table, false, "font/collection", "ttc");
    loaded(table, true, "font/woff", "woff");
    loaded(table, true, "font/woff2", "woff2");
    loaded(table, true, "audio/aac", "aac");
    loaded(table, true, "audio/flac", "flac");
    loaded(table, true, "audio/mp4", "m4a");
    loaded(table, true, "audio/mpeg", "mp3");
    loaded(table, true, "audio/ogg", "oga", "ogg", "opus");
    loaded(table, true, "audio/vnd.wave", "wav");
    loaded(table, true, "audio/webm", "weba");
    loaded(table, false, "application/vnd.apple.mpegurl", "m3u8");
    loaded(table, true, "video/mp4", "mp4", "m4v");
    loaded(table, true, "video/quicktime", "mov");
    loaded(table, false, "application/dash+xml", "mpd");
    loaded(table, true, "video/ogg", "ogv");
    loaded(table, true, "video/webm", "webm");
    linked(table, false, "text/html", "html", "htm");
    linked(table, false, "application/xhtml+xml", "xht");
    linked(table, false, "text/markdown", "md");
    linked(table, false, "text/csv", "csv");
    linked(table, false, "application/rtf", "rtf");
    linked(table, false, "application/ld+json", "jsonld");
    linked(table, false, "application/geo+json", "geojson");
    linked(table, false, "application/rss+xml", "rss");
    linked(table, false, "application/atom+xml", "atom");
    linked(table, false, "application/xslt+xml", "xsl", "xslt");
    linked(table, false, "text/calendar", "ics");
    linked(table, false, "model/gltf+json", "gltf");
    linked(table, true, "model/gltf-binary", "glb");
    linked(table, true, "application/zip", "zip");
    linked(table, true, "application/gzip", "gz");
    linked(table, true, "application/zstd", "zst");
    linked(table, true, "application/epub+zip", "epub");
    return Map.copyOf(table);
  }

  private static void loaded(
      Map<String, MediaType> table, boolean packed, String name, String... extensions) {
    for (String extension : extensions) {
      table.put(extension, new MediaType(name, true, packed));
    }
  }

  private static void linked(
      Map<String, MediaType> table, boolean packed, String name, String... extensions) {
    for (String extension : extensions) {
      table.put(extension, new MediaType(name, false, packed));
    }
  }
}
