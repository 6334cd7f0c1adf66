package dev.autoversion.check;

/**
 * A reference in a template.
 *
 * @param place template and line
 * @param word what it was given to: {@code entrypoint}, or {@code @} for a link
 * @param inside whether a path in it begins inside the application, behind its context path
 */
record Found(String place, String word, String reference, boolean inside) {
  /** A link may lead anywhere; only what lies below a mount is ours. */
  static final String LINK = "@";

  static Found alone(String reference) {
    return new Found("", "", reference, false);
  }

  /** Whether the word takes names of entries, too; a link may stand in {@code av:entrypoint}. */
  boolean mayBeEntry() {
    return word.isEmpty() || word.equals(LINK) || word.matches(Words.OF_TAGS);
  }
}
