package dev.autoversion.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for a copy of files, gone when it is closed. */
record ScratchFolder(Path path) implements AutoCloseable {
  /** Makes one. */
  static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("autoversion-shop-"));
  }

  /** Copies what is in a folder. */
  void fill(Path source) throws IOException {
    for (Path from : filesAndFolders(source)) {
      Path to = path.resolve(source.relativize(from).toString());
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
      }
    }
  }

  /** Deletes it; a second time does nothing. */
  @Override
  public synchronized void close() {
    try {
      if (Files.exists(path)) {
        for (Path each :
            filesAndFolders(path).stream().sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + path, e);
    }
  }

  private static List<Path> filesAndFolders(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.toList();
    }
  }
}
