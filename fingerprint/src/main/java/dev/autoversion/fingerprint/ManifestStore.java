package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The current manifest, and the earlier ones beside it with their times in their names. */
record ManifestStore(Path file) {
  /** {@code manifest-20261126T144712123Z.json}: when it was written, in UTC. */
  private static final String TIME = "yyyyMMdd'T'HHmmssSSS'Z'";

  /** A manifest that was replaced, and the time when it was written. */
  record Earlier(Path file, Instant time) {
    BuildManifest read() throws IOException {
      return ManifestReader.read(Files.readAllBytes(file), file);
    }
  }

  /** The current manifest; an empty one before the first run. */
  BuildManifest current() throws IOException {
    byte[] bytes = bytes();
    return bytes.length == 0 ? BuildManifest.EMPTY : ManifestReader.read(bytes, file);
  }

  /** The earlier manifests, the latest first. */
  List<Earlier> earlier() throws IOException {
    List<Earlier> all = new ArrayList<>();
    Path folder = folder();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(Files::isRegularFile)
            .forEach(each -> time(each).ifPresent(time -> all.add(new Earlier(each, time))));
      }
    }
    all.sort(Comparator.comparing(Earlier::time).reversed());
    return all;
  }

  /** Whether another manifest would have other bytes. */
  boolean differs(byte[] manifest) throws IOException {
    return !Arrays.equals(bytes(), manifest);
  }

  /** Replaces the manifest atomically, and keeps the old one. */
  void replace(byte[] manifest) throws IOException {
    Path made = part(file);
    try {
      Files.write(made, manifest);
      keep();
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /**
   * Replaces the manifest atomically by one that names the same files and more, so that the old one
   * is not needed. What a build leaves behind would otherwise depend on its time.
   */
  void extend(byte[] manifest) throws IOException {
    put(manifest, file);
  }

  /** Replaces an earlier manifest. */
  void replace(Earlier earlier, BuildManifest manifest) throws IOException {
    if (manifest.mounts().isEmpty()) {
      Files.deleteIfExists(earlier.file());
      return;
    }
    put(ManifestWriter.bytes(manifest), earlier.file());
  }

  private static void put(byte[] manifest, Path name) throws IOException {
    Path made = part(name);
    try {
      Files.write(made, manifest);
      Files.move(made, name, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static Path part(Path name) {
    return name.resolveSibling("." + name.getFileName() + ".part");
  }

  /** Links the file under another name, so that there is never a moment without it. */
  private void keep() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Instant written = Files.getLastModifiedTime(file).toInstant();
    while (!isKept(folder().resolve(stem() + "-" + text(written) + ending()))) {
      written = written.plusMillis(1);
    }
  }

  /** Whether it exists under this name; false if an earlier one of the same time has the name. */
  private boolean isKept(Path name) throws IOException {
    if (Files.exists(name)) { // Kept by a run that was killed right after, or another one.
      return Files.mismatch(file, name) < 0;
    }
    try {
      Files.createLink(name, file);
    } catch (IOException | UnsupportedOperationException e) { // There are no hard links here.
      put(bytes(), name);
    }
    return true;
  }

  private byte[] bytes() throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) { // A pipe might never end.
      throw new IOException(file + " is not a regular file; remove it, or name another manifest");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  private Optional<Instant> time(Path other) {
    String name = String.valueOf(other.getFileName());
    String front = stem() + "-";
    if (!name.startsWith(front) || !name.endsWith(ending())) {
      return Optional.empty();
    }
    try {
      String time = name.substring(front.length(), name.length() - ending().length());
      return Optional.of(Instant.from(format().parse(time)));
    } catch (DateTimeParseException | IndexOutOfBoundsException e) { // It is something else.
      return Optional.empty();
    }
  }

  private static String text(Instant time) {
    return format().format(time);
  }

  private static DateTimeFormatter format() {
    return DateTimeFormatter.ofPattern(TIME).withZone(ZoneOffset.UTC);
  }

  private Path folder() {
    return Objects.requireNonNull(file.getParent(), "parent");
  }

  private String stem() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private String ending() {
    return String.valueOf(file.getFileName()).substring(stem().length());
  }
}
