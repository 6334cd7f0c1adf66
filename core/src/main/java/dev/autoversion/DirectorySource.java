package dev.autoversion;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below a directory. The root's real path is resolved anew at each look, so that a deploy
 * that flips a link is seen; a file counts only while its real path stays below it.
 */
record DirectorySource(Path root) implements AssetSource {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  static DirectorySource of(Path root) {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IllegalArgumentException(root + " is not a directory; mount the one that holds it");
    }
    if (Files.notExists(root)) {
      LOG.log(
          System.Logger.Level.WARNING, "{0} does not exist; its assets count once it does", root);
    }
    return new DirectorySource(root);
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    Optional<Path> base = realRoot();
    if (base.isEmpty() || WindowsNames.forbid(base.get(), path)) {
      return Optional.empty();
    }
    Optional<Path> named = named(base.get(), path);
    return named.isEmpty() ? Optional.empty() : find(path, base.get(), named.get());
  }

  @Override
  public Stream<LogicalPath> paths() throws IOException {
    Optional<Path> base = realRoot();
    if (base.isEmpty()) {
      return Stream.empty();
    }
    return Files.walk(base.get())
        .filter(Files::isRegularFile)
        .map(file -> LogicalPath.of(unixText(base.get().relativize(file))))
        .flatMap(Optional::stream);
  }

  @Override
  public String toString() {
    return "directory " + root;
  }

  private Optional<Path> realRoot() throws IOException {
    try {
      return Optional.of(root.toRealPath());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> named(Path base, LogicalPath path) throws IOException {
    try {
      return Optional.of(base.resolve(path.value()));
    } catch (InvalidPathException e) {
      if (path.value().chars().allMatch(c -> c < 0x80)) {
        return Optional.empty();
      }
      throw new IOException(
          "this JVM's locale can't express the file name; start it with LC_ALL=C.UTF-8", e);
    }
  }

  private static Optional<Asset> find(LogicalPath path, Path base, Path named) throws IOException {
    try {
      Path real = named.toRealPath();
      if (!real.startsWith(base) || !isSpelled(base, real, path)) {
        return Optional.empty();
      }
      Stamp stamp = Stamp.ofFile(real);
      return stamp.size() < 0 ? Optional.empty() : Optional.of(new FileAsset(path, real, stamp));
    } catch (NoSuchFileException | FileSystemLoopException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (DeadEnd.isOn(base, path)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A real path shows how the disk spells a name, unless a link gave it another one. */
  private static boolean isSpelled(Path base, Path real, LogicalPath path) throws IOException {
    return unixText(base.relativize(real)).equals(path.value()) || Spelling.isExact(base, path);
  }

  private static String unixText(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }
}
