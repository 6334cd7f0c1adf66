package dev.autoversion.reference;

/** Any bytes as a web app manifest. */
public final class WebManifestTarget {
  private WebManifestTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    ReferrerLaws.assertHold(WebManifest::of, data);
  }
}
