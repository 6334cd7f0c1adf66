package dev.autoversion;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Why a directory has no asset with a name.
 *
 * @param named where the file would be
 */
record Absence(DirectorySource source, LogicalPath path, Path named) {
  private static final String SECOND_NAME =
      "its folder does not list that name, which is a second one of another file";

  Optional<String> reason() throws IOException {
    if (!Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
      return spelledOtherwise();
    }
    Path real;
    try {
      real = named.toRealPath();
    } catch (NoSuchFileException e) {
      return Optional.of("it is a link to what does not exist");
    } catch (FileSystemException e) {
      if (DeadEnd.isOn(source.root(), path)) {
        return Optional.of("it is a link that leads nowhere");
      }
      throw e;
    }
    Path base = source.root().toRealPath();
    if (!source.mayLeadTo(base, real)) {
      return Optional.of(leadsOut());
    }
    if (!DirectorySource.isSpelled(base, real, path)) {
      return spelledOtherwise().or(() -> Optional.of(SECOND_NAME));
    }
    return kind(real);
  }

  private String leadsOut() {
    return (Files.isSymbolicLink(named) ? "it is" : "it lies behind")
        + " a link that leads out of "
        + source
        + "; AssetSource.linkedDirectory(...) follows such links";
  }

  private static Optional<String> kind(Path real) {
    if (Files.isDirectory(real)) {
      return Optional.of("it is a folder");
    }
    return Files.exists(real) && !Files.isRegularFile(real)
        ? Optional.of("it is a special file")
        : Optional.empty();
  }

  private Optional<String> spelledOtherwise() throws IOException {
    return Spelling.ofTheDisk(source.root(), path)
        .map(name -> "the disk spells it " + Printable.quote(name));
  }
}
