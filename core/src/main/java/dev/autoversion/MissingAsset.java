package dev.autoversion;

/** Words for whoever looks for an asset that is not there. */
final class MissingAsset {
  private MissingAsset() {}

  /** {@code no asset for '/s/ap.js'; searched directory /srv/static; did you mean '/s/app.js'?} */
  static String describe(String reference, Located at) {
    String wanted = at.path(at.url()).map(LogicalPath::value).orElse("");
    String refused = wanted.isEmpty() ? "; an asset can't have that name" : "";
    String near =
        Suggestion.near(at.mount().source(), wanted.isEmpty() ? at.below(at.url()) : wanted)
            .map(path -> "; did you mean " + Printable.quote(at.mount().urlPath(path)) + "?")
            .orElse("");
    return "no asset for "
        + Printable.quote(reference)
        + refused
        + "; searched "
        + at.mount().source()
        + near;
  }
}
