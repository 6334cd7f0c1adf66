package dev.autoversion.reference;

/** Any bytes as a stylesheet. */
public final class StylesheetTarget {
  private StylesheetTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    ReferrerLaws.assertHold(Stylesheet::of, data);
  }
}
