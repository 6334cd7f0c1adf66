package dev.autoversion;

import dev.autoversion.reference.Reference;
import dev.autoversion.reference.ReferenceFormat;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What reading an asset's bytes gives.
 *
 * @param version the version of the asset by itself
 * @param references what it refers to; none if its format is not searched for references
 */
record Content(Version version, List<Reference> references) {
  /**
   * How bytes are read.
   *
   * @param formats those that are searched for references
   */
  record Reader(VersionStrategy strategy, Set<ReferenceFormat> formats) {
    Content read(Asset asset) throws IOException {
      Optional<ReferenceFormat> format =
          ReferenceFormat.of(asset.path().value()).filter(formats::contains);
      if (format.isEmpty()) {
        return new Content(versionOf(asset), List.of());
      }
      Asset read = HeldAsset.of(asset);
      List<Reference> references =
          read instanceof HeldAsset held ? references(format.get(), held) : List.of();
      return new Content(versionOf(read), references);
    }

    Version versionOf(Asset asset) throws IOException {
      return Objects.requireNonNull(
          strategy.versionOf(asset), "versionOf() of the version strategy gave null");
    }
  }

  /** The references that may name an asset, so that no data: URL is kept in memory. */
  private static List<Reference> references(ReferenceFormat format, HeldAsset referrer) {
    return format.read(referrer.bytes()).references().stream()
        .filter(found -> UrlPath.mayNameAsset(found.value()))
        .toList();
  }
}
