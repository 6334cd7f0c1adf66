package dev.autoversion.fingerprint;

import java.io.IOException;
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
    return name == 0
        ? file
        : folders.computeIfAbsent(file.substring(0, name), this::real) + file.substring(name);
  }

  Set<String> of(Collection<String> files) {
    return files.stream().map(this::of).collect(Collectors.toCollection(HashSet::new));
  }

  private String real(String folder) {
    try {
      Path below = root.toRealPath();
      Path real = root.resolve(folder).toRealPath();
      return !real.startsWith(below)
          ? folder
          : real.equals(below) ? "" : below.relativize(real).toString().replace('\\', '/') + "/";
    } catch (IOException | InvalidPathException e) { // It is not there.
      return folder;
    }
  }
}
