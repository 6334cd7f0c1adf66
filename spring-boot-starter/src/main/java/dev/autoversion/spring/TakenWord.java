package dev.autoversion.spring;

/** A word of ours for which an engine already has a meaning, such as the application's own. */
final class TakenWord {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private TakenWord() {}

  /**
   * Warns that the word is left as it is.
   *
   * @param engine {@code Pebble}
   * @param kind what the word is there: {@code filter}
   * @param word {@code autoversion}
   * @param keeper the class of what the engine has under that name
   */
  static void warn(String engine, String kind, String word, Class<?> keeper) {
    LOG.log(
        System.Logger.Level.WARNING,
        "the {0} engine already has a {1} ''{2}'' of its own ({3}), which is left as it is;"
            + " autoversion''s of that name is not there",
        engine,
        kind,
        word,
        keeper.getName());
  }
}
