package dev.autoversion.manifest;

/** What a JSON document says without text, list, object or whole number. */
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
