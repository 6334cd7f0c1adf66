package dev.autoversion;

import java.util.List;

/**
 * A finding whose version covers all that the asset reaches.
 *
 * @param covers the assets that the version covers, the asset itself first; empty without
 *     references
 * @param misses references of stylesheets that lead to no asset
 * @param failed whether an asset that is referred to could not be looked at
 */
record Covered(Finding finding, List<String> covers, List<Reach.Miss> misses, boolean failed) {
  static Covered byItself(Finding finding) {
    return new Covered(finding, List.of(), List.of(), false);
  }
}
