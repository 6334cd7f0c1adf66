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
record Resolution(Finding finding, List<String> covers, List<Reach.Miss> misses, boolean failed) {
  static Resolution byItself(Finding finding) {
    return new Resolution(finding, List.of(), List.of(), false);
  }
}
