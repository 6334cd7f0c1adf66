package dev.autoversion.check;

/**
 * A reference in a template.
 *
 * @param place template and line
 * @param word what it was given to: {@code entrypoint}, or {@code @} for a link
 */
record Found(String place, String word, String reference) {
  /** A link may lead anywhere; only what lies below a mount is ours. */
  static final String LINK = "@";

  static Found alone(String reference) {
    return new Found("", "", reference);
  }

  /** Whether the word takes names of entries, too. */
  boolean mayBeEntry() {
    return word.isEmpty()
        || word.equals("entrypoint")
        || word.equals("importmap")
        || word.equals("preload");
  }
}
