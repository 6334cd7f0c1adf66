package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * All assets of a class path, archive by archive, from front to back. An archive is opened once and
 * stays open until the end: for a nested archive, opening costs more than reading, since some
 * loaders copy it to a temporary file each time.
 */
final class ArchiveTour {
  private final ClasspathSource source;
  private final ClasspathIndex index;
  private final Failures failures = new Failures();
  private final Set<LogicalPath> seen = new HashSet<>();
  private final Deque<OpenArchive> open = new ConcurrentLinkedDeque<>();

  ArchiveTour(ClasspathSource source, ClasspathIndex index) {
    this.source = source;
    this.index = index;
  }

  Stream<Asset> assets() {
    List<InTurn.Part<Asset>> parts = new ArrayList<>();
    for (ClassPath.Location archive : index.archives()) {
      parts.add(new InTurn.Part<>("", () -> entries(archive)));
    }
    parts.add(new InTurn.Part<>("", this::others));
    return InTurn.of(parts, failures).onClose(this::close);
  }

  /** The rest, which are files in folders. */
  private Stream<Asset> others() throws IOException {
    return source.paths().filter(seen::add).flatMap(path -> failures.find(() -> source.find(path)));
  }

  private Stream<Asset> entries(ClassPath.Location location) throws IOException {
    OpenArchive first = location.opening().open();
    if (first == null) {
      return Stream.empty();
    }
    open.push(first);
    String file = ClasspathAsset.fileOf(first.file(location.address()));
    OpenArchive archive = file.isEmpty() ? first : again(first, location);
    if (archive == null) {
      return Stream.empty();
    }
    List<? extends ZipEntry> entries =
        archive.files().filter(entry -> entry.getName().startsWith(index.prefix())).toList();
    if (entries.isEmpty()) {
      open.remove(archive);
      archive.close();
    }
    return entries.stream()
        .flatMap(
            entry -> {
              Stamp stamp = ClasspathAsset.stamp(location.address(), entry.getName(), file);
              return failures.find(() -> asset(entry, archive, stamp));
            });
  }

  /**
   * Opens it again: another jar may have its name by now, and the stamp would be that jar's. The
   * JVM reads the same jar only once.
   */
  private @Nullable OpenArchive again(OpenArchive first, ClassPath.Location location)
      throws IOException {
    OpenArchive second = location.opening().open();
    if (second != null) {
      open.push(second);
    }
    open.remove(first);
    first.close();
    return second;
  }

  private Optional<Asset> asset(ZipEntry entry, OpenArchive archive, Stamp stamp)
      throws IOException {
    String name = entry.getName();
    Optional<LogicalPath> path = LogicalPath.of(name.substring(index.prefix().length()));
    if (path.isEmpty() || !seen.add(path.get())) {
      return Optional.empty();
    }
    if (index.isVersioned(path.get().value())) {
      return source.find(path.get());
    }
    Asset here = new ArchiveEntry(path.get(), archive, entry, stamp);
    if (index.isOnlyOne(path.get().value())) {
      return Optional.of(here);
    }
    // The class loader's choice; if it is this entry, it is read from the open archive.
    Optional<Asset> found = source.find(path.get());
    return found.isPresent() && found.get().stamp().equals(stamp) ? Optional.of(here) : found;
  }

  private void close() {
    for (OpenArchive archive = open.poll(); archive != null; archive = open.poll()) {
      try {
        archive.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
