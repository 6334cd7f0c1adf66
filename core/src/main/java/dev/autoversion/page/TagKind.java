package dev.autoversion.page;

/** The tags that are made here, and which attributes mean something to each. */
enum TagKind {
  STYLESHEET("link"),
  PRELOAD("link"),
  MODULE_PRELOAD("link"),
  SCRIPT("script"),
  MODULE("script"),
  /** A script for browsers without modules, with a URL; their order matters. */
  LEGACY("script"),
  INLINE("script");

  final String element;

  TagKind(String element) {
    this.element = element;
  }

  /** Whether such a tag may have an attribute; attributes unknown to us are allowed on all. */
  boolean takes(String attribute) {
    return switch (attribute) {
      case "media" -> this == STYLESHEET || this == PRELOAD;
      case "title", "disabled" -> this == STYLESHEET;
      case "as", "type", "imagesrcset", "imagesizes" -> this == PRELOAD;
      case "defer" -> this == SCRIPT;
      case "async" -> this == SCRIPT || this == MODULE;
      case "blocking" -> this == STYLESHEET || this == SCRIPT || this == MODULE;
      case "crossorigin", "fetchpriority", "referrerpolicy" -> this != INLINE;
      default -> true;
    };
  }
}
