package dev.autoversion;

import dev.autoversion.DirectorySource.Links;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a directory source, to be listed. Links are followed as in the source, but a link to
 * a folder only if it neither leads up nor lies in a linked folder itself: then each file is listed
 * at most once more for each link, and circular links can't make the list endless. If links may
 * lead anywhere, trees of links are to be listed, so a link in a linked folder is also followed,
 * unless another one to the same folder was.
 *
 * @param base the real path of the source's root
 * @param at the folder, by its name in references
 * @param linked whether that name leads through a link
 * @param followed the folders that links were followed to, in this list
 */
record Folder(Path base, Path at, boolean linked, Links links, Set<Path> followed)
    implements Listing.Place {
  static Folder root(Path base, Links links) {
    return new Folder(base, base, false, links, new HashSet<>());
  }

  @Override
  public void list(Listing listing) throws IOException {
    String front = at.equals(base) ? "" : DirectorySource.unixText(base.relativize(at)) + "/";
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        list(entry, front + entry.getFileName(), listing);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It has vanished since its parent was listed.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void list(Path entry, String name, Listing listing) {
    Optional<LogicalPath> path =
        LogicalPath.of(name).filter(each -> !WindowsNames.forbid(base, each));
    // A folder may have a name that a file may not have: a.class.
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
    if (seen.isSymbolicLink()) {
      Optional<Path> target = target(entry, path);
      if (target.isPresent()) {
        follow(entry, target.get(), path, listing);
      }
    } else if (seen.isRegularFile()) {
      path.ifPresent(listing::add);
    } else if (seen.isDirectory()) {
      listing.add(new Folder(base, entry, linked, links, followed));
    }
  }

  private void follow(Path link, Path target, Optional<LogicalPath> path, Listing listing)
      throws IOException {
    BasicFileAttributes seen = attributes(target);
    if (seen.isRegularFile()) {
      path.ifPresent(listing::add);
    } else if (seen.isDirectory()) {
      boolean first = followed.add(target);
      if (!linked || links == Links.ANYWHERE && first) {
        listing.add(new Folder(base, link, true, links, followed));
      }
    }
  }

  /** Where a link leads, if a file may lie there and it does not lead back up. */
  private Optional<Path> target(Path link, Optional<LogicalPath> path) throws IOException {
    try {
      Path real = link.toRealPath();
      boolean within = links == Links.ANYWHERE || real.startsWith(base);
      return within && !at.startsWith(real) ? Optional.of(real) : Optional.empty();
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
