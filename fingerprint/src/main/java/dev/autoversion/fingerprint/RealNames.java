package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Names of copies with the links to folders resolved: {@code current/a.css} gives {@code v2/a.css}.
 * A file in a folder with links to it has several names, and manifests may list only one of them.
 */
final class RealNames {
  private final Path root;
  private final Map<String, String> folders = new ConcurrentHashMap<>();

  /** Of files below a folder. */
  RealNames(Path root) {
    this.root = root;
  }

  String of(String file) {
    int name = file.lastIndexOf('/') + 1;
    String folder = file.substring(0, name);
    String real = real(folder);
    return real.equals(folder) ? file : real + file.substring(name);
  }

  Set<String> of(Collection<String> files) {
    return files.stream().map(this::of).collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether the disk has one file under both names. */
  boolean areOneFile(String name, String other) {
    try {
      return Files.isSameFile(root.resolve(name), root.resolve(other));
    } catch (IOException | InvalidPathException e) { // One of them is not there.
      return false;
    }
  }

  /** {@code current/css/} gives {@code v2/css/}. */
  private String real(String folder) {
    String known = folder.isEmpty() ? folder : folders.get(folder);
    if (known == null) {
      int name = folder.lastIndexOf('/', folder.length() - 2) + 1;
      known = resolved(real(folder.substring(0, name)) + folder.substring(name));
      folders.put(folder, known);
    }
    return known;
  }

  /** The real name of a folder whose parents are no links. */
  private String resolved(String folder) {
    try {
      Path named = root.resolve(folder);
      if (!Files.isSymbolicLink(named)) {
        return folder;
      }
      Path below = root.toRealPath();
      Path real = named.toRealPath();
      return !real.startsWith(below)
          ? folder
          : real.equals(below) ? "" : below.relativize(real).toString().replace('\\', '/') + "/";
    } catch (IOException | InvalidPathException e) { // It is not there.
      return folder;
    }
  }
}
