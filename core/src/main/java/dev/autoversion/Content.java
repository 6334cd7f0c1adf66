package dev.autoversion;

import dev.autoversion.reference.Reference;
import dev.autoversion.reference.Stylesheet;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What one reading of an asset's bytes gives.
 *
 * @param version the version of the asset by itself
 * @param references what a stylesheet refers to; none in other assets
 */
record Content(Version version, List<Reference> references) {
  static Content of(Asset asset, VersionStrategy strategy) throws IOException {
    Asset read = isStylesheet(asset.path()) ? HeldAsset.of(asset) : asset;
    List<Reference> references = read instanceof HeldAsset held ? references(held) : List.of();
    return new Content(Objects.requireNonNull(strategy.versionOf(read), "version"), references);
  }

  private static boolean isStylesheet(LogicalPath path) {
    String name = path.value();
    return name.regionMatches(true, name.length() - 4, ".css", 0, 4);
  }

  /** Those that may name an asset, so that no data: URL is kept in memory. */
  private static List<Reference> references(HeldAsset stylesheet) {
    return Stylesheet.of(stylesheet.bytes()).references().stream()
        .filter(found -> UrlPath.mayNameAsset(found.value()))
        .toList();
  }
}
