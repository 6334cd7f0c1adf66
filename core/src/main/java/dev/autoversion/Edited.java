package dev.autoversion;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells assets that were edited after their copies were made, by the times of files: the copy is of
 * yesterday then, and the asset is looked at itself. Who edits without building sees the edit.
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
    } catch (IOException | RuntimeException e) { // The latter from a source of the user's own.
      return Optional.empty(); // Who looks at the file itself tells what is wrong.
    }
  }
}
