package dev.autoversion.manifest;

import dev.autoversion.Manifest.Entry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what a page loads for an entry. */
@FunctionalInterface
interface Entries {
  /** For a manifest that only knows files: naming a script means just that file. */
  Entries NONE = name -> Optional.empty();

  /** Webpack's default name for updates that it sends to an open page contains this. */
  String HOT_UPDATE = ".hot-update.";

  /** What a page loads, or empty if there is no such entry. */
  Optional<Entry> find(String name);

  /** Whether a file is a stylesheet, by its extension. */
  static boolean isStylesheet(String file) {
    return hasExtension(file, "css");
  }

  /** Whether a page loads a file as a script, by its extension. */
  static boolean isScript(String file) {
    return hasExtension(file, "js") || hasExtension(file, "cjs") || isModule(file);
  }

  private static boolean isModule(String file) {
    return hasExtension(file, "mjs");
  }

  private static boolean hasExtension(String file, String extension) {
    String path = FileText.path(file);
    int dot = path.lastIndexOf('.');
    return dot >= 0 && path.substring(dot + 1).toLowerCase(Locale.ROOT).equals(extension);
  }

  /** The entry of a stylesheet; empty for any other file. */
  static Optional<Entry> ofStylesheet(String file) {
    return isStylesheet(file) ? Optional.of(Entry.of(file)) : Optional.empty();
  }

  /**
   * The entry of files that are listed in loading order; files that are neither stylesheet nor
   * script are skipped.
   *
   * @param modules the scripts that the tool says are modules, besides {@code .mjs} files
   */
  static Entry ofFiles(List<String> files, Set<String> modules) {
    Set<String> stylesheets = new LinkedHashSet<>();
    Set<String> scripts = new LinkedHashSet<>();
    Set<String> moduleScripts = new LinkedHashSet<>();
    for (String file : files) {
      if (FileText.path(file).contains(HOT_UPDATE)) {
        continue;
      }
      if (isStylesheet(file)) {
        stylesheets.add(file);
      } else if (modules.contains(file) || isModule(file)) {
        moduleScripts.add(file);
      } else if (isScript(file)) {
        scripts.add(file);
      }
    }
    List<String> none = List.of();
    return new Entry(
        List.copyOf(stylesheets),
        List.copyOf(scripts),
        List.copyOf(moduleScripts),
        none,
        none,
        none);
  }
}
