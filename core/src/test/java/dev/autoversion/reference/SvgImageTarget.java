package dev.autoversion.reference;

/** Any bytes as an SVG image. */
public final class SvgImageTarget {
  private SvgImageTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    ReferrerLaws.assertHold(SvgImage::of, data);
  }
}
