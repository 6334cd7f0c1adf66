package dev.autoversion.fingerprint;

import dev.autoversion.Autoversion;
import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is: the sources, their URLs, the copies, the manifest.
 *
 * @param folder the folder with the sources
 * @param prefix what their URLs begin with: {@code /static}, or {@code /}
 * @param output where the copies go: the folder itself, or another one
 * @param manifest the file
 */
record Places(Path folder, String prefix, Path output, Path manifest) {
  private static final Path BESIDE = Path.of("META-INF", "autoversion", "manifest.json");

  /** With a manifest beside the output folder, unless one was given. */
  static Places of(Path folder, String prefix, @Nullable Path output, @Nullable Path manifest) {
    Path sources = real(folder);
    Path given = output == null ? folder : absolute(output);
    Path made = real(given);
    Path copies = made.equals(sources) ? folder : given;
    Path file = manifest == null ? beside(copies) : file("the manifest ", manifest);
    if (Files.exists(made) && !Files.isDirectory(made)) {
      throw new IllegalArgumentException("the output " + copies + " is a file; name a folder");
    }
    if (!made.equals(sources) && made.startsWith(sources)) {
      throw new IllegalArgumentException(
          "the output folder "
              + copies
              + " lies inside "
              + folder
              + ", so the copies would be taken for assets; choose a folder outside it");
    }
    Places places = new Places(folder, prefix, copies, file);
    places.refuseAsset("the manifest ", file);
    return places;
  }

  /** Refuses a report that can't be written, or would be public, before any work is done. */
  void checkReport(Path given) {
    Path report = file("the report ", given);
    refuseAsset("the report ", report);
    if (real(report).equals(real(manifest))) {
      throw new IllegalArgumentException(
          "the report " + report + " would overwrite the manifest; choose another file");
    }
  }

  private void refuseAsset(String what, Path file) {
    Path home = real(Objects.requireNonNull(file.getParent(), "parent"));
    Path real = home.resolve(file.getFileName()); // Writing it replaces a link.
    if (isAsset(real, real(folder)) || isAsset(real, real(output))) {
      throw new IllegalArgumentException(
          what + file + " would be public, as an asset; choose a place outside the folder");
    }
  }

  private static boolean isAsset(Path file, Path folder) {
    return file.startsWith(folder)
        && LogicalPath.of(folder.relativize(file).toString().replace('\\', '/')).isPresent();
  }

  /** An existing folder, by its full path. */
  static Path folder(Path given) {
    Path folder = absolute(given);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          folder
              + (Files.exists(folder) ? " is not a folder" : " does not exist")
              + "; name the folder with the assets");
    }
    return folder;
  }

  /** A prefix as written in the manifest, without a slash at its end. */
  static String prefix(String given) {
    if (given.indexOf('\uFFFD') >= 0) { // The JVM's replacement for bytes that it can't decode.
      throw new IllegalArgumentException("the prefix '" + given + "' " + Failure.LOCALE);
    }
    Autoversion.builder().source(given, path -> Optional.empty());
    return given.endsWith("/") && given.length() > 1
        ? given.substring(0, given.length() - 1)
        : given;
  }

  /** Whether copies are written beside the files that they are made from. */
  boolean hasCopiesBesideSources() {
    return output.equals(folder);
  }

  Path copy(String file) {
    return output.resolve(file);
  }

  private static Path file(String what, Path given) {
    Path file = absolute(given);
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(what + file + " is a folder; name a file in it");
    }
    return file;
  }

  private static Path beside(Path copies) {
    Path parent = copies.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(
          "there is no place for the manifest beside " + copies + "; name a file for it");
    }
    return parent.resolve(BESIDE);
  }

  /** The path without {@code ..}, which leads elsewhere than its text says after a link. */
  private static Path absolute(Path given) {
    if (given.toString().isEmpty()) { // From a script with an unset variable.
      throw new IllegalArgumentException("a path is empty; write '.' for the current folder");
    }
    Path written = given.toAbsolutePath();
    Path plain = written.normalize();
    try {
      return !Files.exists(written) || Files.isSameFile(written, plain)
          ? plain
          : written.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With links resolved, as far as the path exists. */
  private static Path real(Path absolute) {
    Path parent = absolute.getParent();
    try {
      return parent == null || Files.exists(absolute)
          ? absolute.toRealPath()
          : real(parent).resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
