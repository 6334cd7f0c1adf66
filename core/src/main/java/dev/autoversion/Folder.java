package dev.autoversion;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A folder of a directory source, to be listed. Links are followed where the source follows them,
 * but one to a folder only if it neither leads up nor lies in a linked folder itself: each file is
 * then listed once and once more for each link at most, and no circle makes the list endless.
 *
 * @param base the real path of the source's root
 * @param at the folder, by the name that a reference has for it
 * @param linked whether that name leads through a link
 */
record Folder(Path base, Path at, boolean linked) implements Listing.Place {
  static Folder root(Path base) {
    return new Folder(base, base, false);
  }

  @Override
  public void list(Listing listing) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        list(entry, listing);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It has vanished since its parent was listed.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void list(Path entry, Listing listing) {
    String name = DirectorySource.unixText(base.relativize(entry));
    Optional<LogicalPath> path = LogicalPath.of(name);
    boolean hidden = path.isEmpty() && LogicalPath.of(name + "/-").isEmpty();
    if (hidden) {
      return;
    }
    try {
      look(entry, path, listing);
    } catch (NoSuchFileException e) {
      // It has vanished, or is a link to nowhere.
    } catch (IOException e) {
      listing.fail(e);
    }
  }

  private void look(Path entry, Optional<LogicalPath> path, Listing listing) throws IOException {
    BasicFileAttributes seen = attributes(entry);
    boolean link = seen.isSymbolicLink();
    if (link) {
      Optional<Path> target = target(entry, path);
      if (target.isEmpty()) {
        return;
      }
      seen = attributes(target.get());
    }
    if (seen.isRegularFile()) {
      path.ifPresent(listing::add);
    } else if (seen.isDirectory() && !(link && linked)) {
      listing.add(new Folder(base, entry, link || linked));
    }
  }

  /** Where a link leads, if that is below the base and not back to where it came from. */
  private Optional<Path> target(Path link, Optional<LogicalPath> path) throws IOException {
    try {
      Path real = link.toRealPath();
      return real.startsWith(base) && !at.startsWith(real) ? Optional.of(real) : Optional.empty();
    } catch (IOException e) {
      if (path.isPresent() && DeadEnd.isOn(base, path.get())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
