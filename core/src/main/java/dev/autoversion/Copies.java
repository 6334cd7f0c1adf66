package dev.autoversion;

import java.util.Optional;

/**
 * Recognises the files in a folder that belong to a manifest's build: assets that have copies, the
 * copies, copies of earlier builds, and their content codings.
 */
record Copies(Manifest manifest) {
  /** The asset that the file is a copy of, if it is a current copy. */
  Optional<LogicalPath> assetOf(LogicalPath file) {
    return manifest
        .copy(file.value())
        .filter(copy -> namesCopy(copy, file.value()))
        .flatMap(copy -> LogicalPath.of(copy.name()));
  }

  /** Whether a file is an asset that has a copy, and so is not sent itself. */
  boolean replaces(LogicalPath file) {
    return manifest.copy(file.value()).filter(copy -> !namesCopy(copy, file.value())).isPresent();
  }

  /** Whether a build wrote the file: a current or earlier copy, or one of its content codings. */
  boolean wrote(LogicalPath file) {
    if (replaces(file)) {
      return false;
    }
    return isCopy(file) || withoutCoding(file).filter(this::isCopy).isPresent();
  }

  private boolean isCopy(LogicalPath file) {
    return assetOf(file).isPresent() || isEarlier(file);
  }

  /** Whether a name is that of the copy, and not the asset's own. */
  private boolean namesCopy(Manifest.Copy copy, String file) {
    boolean isName = copy.name().equals(file);
    return !isName || manifest.published(file).filter(file::equals).isPresent();
  }

  /** Whether the name contains another version, in our form, of an asset that has a copy. */
  private boolean isEarlier(LogicalPath file) {
    Optional<AssetUrl> carried = Placement.fileName().extract(file.urlPath());
    if (carried.isEmpty()) {
      return false;
    }
    AssetUrl url = carried.get();
    return LogicalPath.ofUrlPath(url.url())
        .flatMap(asset -> manifest.copy(asset.value()))
        .filter(copy -> url.version().hasFormOf(copy.version()))
        .isPresent();
  }

  private static Optional<LogicalPath> withoutCoding(LogicalPath file) {
    String name = file.value();
    for (Coding coding : Coding.values()) {
      if (coding != Coding.IDENTITY && name.endsWith(coding.extension())) {
        return LogicalPath.of(name.substring(0, name.length() - coding.extension().length()));
      }
    }
    return Optional.empty();
  }
}
