package dev.autoversion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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
      if (!real.startsWith(base) || !isSpelledSo(real, base, path)) {
        return Optional.empty();
      }
      Stamp stamp = Stamp.ofFile(real);
      return stamp.size() < 0 ? Optional.empty() : Optional.of(new FileAsset(path, real, stamp));
    } catch (NoSuchFileException | FileSystemLoopException e) {
      return Optional.empty();
    } catch (FileSystemException e) {
      if (isAbsent(base, path)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Compared as text, since a path of macOS may be normalised as soon as it is made. */
  private static boolean isSpelledSo(Path real, Path base, LogicalPath path) throws IOException {
    return unixText(base.relativize(real)).equals(path.value()) || Spelling.isExact(base, path);
  }

  /**
   * Whether an error only says that there can be no such file: a parent that is a file, a link that
   * leads nowhere or in a circle, a name too long for the disk. Java has no exceptions for these.
   */
  private static boolean isAbsent(Path base, LogicalPath path) {
    Path at = base;
    for (String segment : path.value().split("/")) {
      if (segment.length() > 255 / 3 && utf8Length(segment) > 255) {
        return true;
      }
      boolean dangling = Files.isSymbolicLink(at) && !Files.exists(at);
      if (Files.isRegularFile(at) || dangling) {
        return true;
      }
      at = at.resolve(segment);
    }
    return Files.isSymbolicLink(at) && !Files.exists(at);
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String unixText(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }
}
