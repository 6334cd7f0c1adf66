package dev.autoversion;

import java.util.List;

/**
 * A referrer (a stylesheet, an SVG image, a web app manifest) and all it reaches, for a {@link
 * VersionStrategy} to cover with one version. Assets have no names here, so equal bytes that are
 * linked in the same way give an equal bundle on every node.
 *
 * @param versions the version of each asset by itself, the referrer's own first, then the others in
 *     the order in which they are reached
 * @param references for each asset, and for each of its references, the index of the asset that it
 *     leads to, or -1 if it leads to none
 */
public record Bundle(List<Version> versions, List<List<Integer>> references) {
  /**
   * Copies the lists.
   *
   * @param versions the version of each asset by itself
   * @param references the indexes of what each asset refers to
   */
  public Bundle {
    versions = List.copyOf(versions);
    references = List.copyOf(references);
  }

  // Written by hand: on JDK 17 the generated one keeps this class loader alive once it has run.
  @Override
  public boolean equals(Object other) {
    return other instanceof Bundle that
        && versions.equals(that.versions)
        && references.equals(that.references);
  }

  @Override
  public int hashCode() {
    return 31 * versions.hashCode() + references.hashCode();
  }
}
