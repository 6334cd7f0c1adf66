package dev.autoversion.manifest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a user said that a manifest is: a file, a folder, or the class path. */
sealed interface Location {
  /** What to read now, the most important first; none while nothing exists. */
  List<ManifestFile> files() throws IOException;

  /** Its full name in messages. */
  String fullName();

  /**
   * A file, or the folder that a build writes to; which of the two is known once it exists.
   *
   * @param written as the user wrote it
   * @param path its absolute path
   */
  record OfPath(Path written, Path path) implements Location {
    static OfPath of(Path written) {
      return new OfPath(written, written.toAbsolutePath());
    }

    @Override
    public List<ManifestFile> files() throws IOException {
      if (Files.isDirectory(path)) {
        return inFolder();
      }
      if (Files.notExists(path)) { // A path that can't be accessed is not taken for absent.
        return List.of();
      }
      Stream<ManifestFile> beside =
          KnownFile.companions(folder(), path.getFileName().toString()).stream()
              .map(this::sibling)
              .flatMap(OfPath::existing);
      return Stream.concat(Stream.of(new ManifestFile.OfFile(written.toString(), path)), beside)
          .toList();
    }

    @Override
    public String fullName() {
      return path.toString();
    }

    @Override
    public String toString() {
      return written.toString();
    }

    private List<ManifestFile> inFolder() throws IOException {
      for (KnownFile known : KnownFile.ALL) {
        Optional<ManifestFile> first =
            known.name().equals(KnownFile.SPROCKETS)
                ? newestOfSprockets()
                : below(known.name()).existing().findFirst();
        if (first.isPresent()) {
          Stream<ManifestFile> beside =
              known.companions().stream().map(this::below).flatMap(OfPath::existing);
          return Stream.concat(first.stream(), beside).toList();
        }
      }
      return List.of();
    }

    /** Old ones are kept beside it. */
    private Optional<ManifestFile> newestOfSprockets() throws IOException {
      Path newest = null;
      FileTime time = FileTime.fromMillis(Long.MIN_VALUE);
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(path, KnownFile.SPROCKETS + "*.json")) {
        for (Path file : files) {
          FileTime modified = Files.getLastModifiedTime(file);
          if (modified.compareTo(time) > 0) {
            newest = file;
            time = modified;
          }
        }
      }
      return newest == null
          ? Optional.empty()
          : below(newest.getFileName().toString()).existing().findFirst();
    }

    private String folder() {
      Path parent = path.getParent();
      return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
    }

    private OfPath sibling(String name) {
      return new OfPath(written.resolveSibling(name).normalize(), path.resolveSibling(name));
    }

    private OfPath below(String name) {
      return new OfPath(written.resolve(name), path.resolve(name));
    }

    private Stream<ManifestFile> existing() {
      return Files.isRegularFile(path)
          ? Stream.of(new ManifestFile.OfFile(written.toString(), path))
          : Stream.empty();
    }
  }

  /**
   * A resource; in an exploded directory, the file itself, which may change.
   *
   * @param name without a leading slash
   */
  record OfResource(String name, ClassLoader loader) implements Location {
    @Override
    public List<ManifestFile> files() throws IOException {
      List<ManifestFile> files = new ArrayList<>();
      ManifestFile.onClassPath(name, loader).ifPresent(files::add);
      if (!files.isEmpty()) {
        int slash = name.lastIndexOf('/') + 1;
        String folder = name.substring(0, slash);
        for (String each : KnownFile.companions(last(folder), name.substring(slash))) {
          ManifestFile.onClassPath(sibling(folder, each), loader).ifPresent(files::add);
        }
      }
      return files;
    }

    private static String last(String folder) {
      return folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1).replace("/", "");
    }

    private static String sibling(String folder, String name) {
      int above = folder.lastIndexOf('/', folder.length() - 2) + 1;
      return name.startsWith("../")
          ? folder.substring(0, above) + name.substring(3)
          : folder + name;
    }

    @Override
    public String fullName() {
      return "the class path, " + name;
    }

    @Override
    public String toString() {
      return "classpath:" + name;
    }
  }
}
