package dev.autoversion.manifest;

/** A JSON value that is not a text, list, object or whole number. */
enum Literal {
  TRUE("true"),
  FALSE("false"),
  NULL("null"),
  NUMBER("a number");

  private final String shown;

  Literal(String shown) {
    this.shown = shown;
  }

  @Override
  public String toString() {
    return shown;
  }
}
