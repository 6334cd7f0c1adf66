package dev.autoversion.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the site's folder, to be edited. */
final class SiteCopy {
  private SiteCopy() {}

  static SiteFolder in(Path target) throws IOException {
    Path source = SiteFolder.locate().root();
    try (Stream<Path> all = Files.walk(source)) {
      all.forEach(path -> copy(path, target.resolve(source.relativize(path).toString())));
    }
    return new SiteFolder(target);
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
