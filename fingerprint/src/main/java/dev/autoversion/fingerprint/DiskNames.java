package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that the disk lists. Those of macOS and Windows find a file in any letter case, but
 * keep the one that it was made with: after {@code App.js} was renamed to {@code app.js}, its copy
 * would go on as {@code App-9f3c2ab1d04e.js}, which the manifest no longer names, and a server on
 * Linux would not find it.
 */
final class DiskNames {
  private final Path root;
  private final MadeFiles made;
  private final Map<Path, Set<String>> folders = new HashMap<>();

  DiskNames(Path root, MadeFiles made) {
    this.root = root;
    this.made = made;
  }

  /** If the disk knows a file under another spelling, renames it, and its folders, to this one. */
  synchronized void spell(String file) throws IOException {
    if (made.isCurrent(file) || !root.resolve(file).toFile().exists()) {
      return;
    }
    Path folder = root;
    for (String segment : file.split("/")) {
      Path named = folder.resolve(segment);
      Optional<Path> listed = ignoresCase(named) ? listed(folder, segment) : Optional.empty();
      if (listed.isPresent()) {
        Files.move(listed.get(), named, StandardCopyOption.ATOMIC_MOVE);
      }
      folder = named;
    }
  }

  /** Equal for names that differ only in letter case and Unicode form. */
  static String withoutForm(String name) {
    String lower = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** Listing a folder is expensive, so it is only done if the disk also finds a variant. */
  private static boolean ignoresCase(Path named) {
    String name = Objects.requireNonNull(named.getFileName(), "name").toString();
    String lower = name.toLowerCase(Locale.ROOT);
    String variant = name.equals(lower) ? name.toUpperCase(Locale.ROOT) : lower;
    return !variant.equals(name) && Files.exists(named.resolveSibling(variant));
  }

  /** The same file under the name that its folder lists, if that is another one. */
  private Optional<Path> listed(Path folder, String name) throws IOException {
    Set<String> names = folders.get(folder);
    if (names == null) {
      names = names(folder);
      folders.put(folder, names);
    }
    if (!names.add(name)) {
      return Optional.empty();
    }
    String plain = withoutForm(name);
    for (String other : names) {
      boolean similar = !other.equals(name) && withoutForm(other).equals(plain);
      if (similar && Files.isSameFile(folder.resolve(other), folder.resolve(name))) {
        return Optional.of(folder.resolve(other));
      }
    }
    return Optional.empty();
  }

  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> names.add(Objects.requireNonNull(file.getFileName()).toString()));
    }
    return names;
  }
}
