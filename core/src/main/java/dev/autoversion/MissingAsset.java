package dev.autoversion;

/** Words for whoever looks for an asset that is not there. */
final class MissingAsset {
  private MissingAsset() {}

  /** The same, with {@code ; '/s/css/app.css' refers to it as '../img/x.png' in line 12}. */
  static String describe(Reach.Miss miss) {
    return describe(miss.at().head() + miss.at().url(), miss.at())
        + "; "
        + Printable.quote(miss.stylesheet())
        + " refers to it as "
        + Printable.quote(miss.found().value())
        + " in line "
        + miss.found().line();
  }

  /** {@code no asset for '/s/ap.js'; searched directory /srv/static; did you mean '/s/app.js'?} */
  static String describe(String reference, MountedUrl at) {
    String wanted = at.path(at.url()).map(LogicalPath::value).orElse("");
    String refused = wanted.isEmpty() ? "; an asset can't have that name" : "";
    String near =
        Suggestion.near(at.mount().source(), wanted.isEmpty() ? at.below(at.url()) : wanted)
            .map(path -> "; did you mean " + Printable.quote(at.referenceTo(path)) + "?")
            .orElse("");
    return "no asset for "
        + Printable.quote(reference)
        + refused
        + "; searched "
        + at.mount().source()
        + near;
  }
}
