package dev.autoversion;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises assets that were edited after their copies were made, by the files' times: the copy is
 * then outdated, and the asset itself is used, so that an edit shows without a build.
 */
record Edited(AssetSource source) {
  /**
   * Whether the asset, or one that its version covers, is younger than its copy.
   *
   * @param file the copy
   */
  boolean since(LogicalPath file, Manifest.Copy copy) {
    Optional<FileTime> made = modified(file);
    return made.isPresent()
        && Stream.concat(Stream.of(copy.name()), copy.covers().stream())
            .flatMap(name -> LogicalPath.of(name).stream())
            .flatMap(asset -> modified(asset).stream())
            .anyMatch(time -> time.compareTo(made.get()) > 0);
  }

  private Optional<FileTime> modified(LogicalPath path) {
    try {
      Optional<Asset> found = source.find(path);
      return found.isEmpty() ? Optional.empty() : Optional.of(found.get().stamp().modified());
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      return Optional.empty(); // Looking at the file itself reports what is wrong.
    }
  }
}
