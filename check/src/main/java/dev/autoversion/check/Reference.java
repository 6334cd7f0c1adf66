package dev.autoversion.check;

/**
 * A reference that is checked, usually one in a template.
 *
 * @param place template and line
 * @param word the word that it was given to: {@code entrypoint}, or {@code @} for a link
 * @param inside whether a path in it begins inside the application, after its context path
 */
record Reference(String place, String word, String text, boolean inside) {
  /** A link, which may lead anywhere; only those below a mount are ours. */
  static final String LINK = "@";

  static Reference alone(String text) {
    return new Reference("", "", text, false);
  }

  /** Whether the word also takes names of entries; a link may stand in {@code av:entrypoint}. */
  boolean mayBeEntry() {
    return word.isEmpty() || word.equals(LINK) || word.matches(Words.OF_TAGS);
  }
}
