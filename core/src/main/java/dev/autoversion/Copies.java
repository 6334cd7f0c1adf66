package dev.autoversion;

import java.util.Optional;

/**
 * Tells which files of a folder a manifest's build has to do with: assets that have copies, those,
 * copies of earlier builds, and their content codings.
 */
record Copies(Manifest manifest) {
  /** What the file is a copy of, where it is one that is sent now. */
  Optional<LogicalPath> assetOf(LogicalPath file) {
    return manifest
        .copy(file.value())
        .filter(copy -> isCopy(copy, file.value()))
        .flatMap(copy -> LogicalPath.of(copy.name()));
  }

  /** Whether a file is an asset that has a copy, and so is not sent itself. */
  boolean replaces(LogicalPath file) {
    return manifest.copy(file.value()).filter(copy -> !isCopy(copy, file.value())).isPresent();
  }

  /** Whether a build wrote the file: a copy of now or earlier, or one of its content codings. */
  boolean wrote(LogicalPath file) {
    if (replaces(file)) {
      return false;
    }
    return isCopy(file) || withoutCoding(file).filter(this::isCopy).isPresent();
  }

  private boolean isCopy(LogicalPath file) {
    return assetOf(file).isPresent() || isEarlier(file);
  }

  private boolean isCopy(Manifest.Copy copy, String file) {
    boolean isName = copy.name().equals(file);
    return !isName || manifest.published(file).filter(file::equals).isPresent();
  }

  /** Whether the name has another version of the form of ours, of an asset that has a copy. */
  private boolean isEarlier(LogicalPath file) {
    Optional<AssetUrl> carried = Placement.fileName().extract(file.urlPath());
    if (carried.isEmpty()) {
      return false;
    }
    AssetUrl url = carried.get();
    return LogicalPath.ofUrlPath(url.url())
        .flatMap(asset -> manifest.copy(asset.value()))
        .filter(copy -> copy.version().isOfTheFormOf(url.version()))
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
