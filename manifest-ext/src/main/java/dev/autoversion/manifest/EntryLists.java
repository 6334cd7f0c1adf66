package dev.autoversion.manifest;

import dev.autoversion.Manifest.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries whose files the tool has listed in load order. Besides {@code main}, {@code main.js}
 * names the same entry, and {@code main.css} only its stylesheets.
 */
final class EntryLists implements Entries {
  private static final Set<String> LOADED = Set.of("css", "js", "mjs");

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * The entry of lists by extension, {@code {"js": […], "css": […]}}, each item a file or an object
   * with {@code src} and {@code integrity}; or one such item without a list.
   */
  static Entry ofLists(Node lists, Contents.Builder contents) throws ManifestException {
    List<String> loaded = new ArrayList<>();
    for (Node list : lists.members()) {
      List<String> files = files(list, contents);
      if (LOADED.contains(list.key())) {
        loaded.addAll(files);
      }
    }
    return Entries.ofFiles(loaded, Set.of());
  }

  /** The files of a list, without those that no page should load. */
  private static List<String> files(Node list, Contents.Builder contents) throws ManifestException {
    List<String> files = new ArrayList<>();
    for (Node item : list.itemOrItems()) {
      String file = contents.item(item);
      if (!file.isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }

  void put(String name, Entry entry) {
    entries.put(name, entry);
  }

  /** Maps each entry's name, with and without extension, to its own file, which is the last one. */
  void addNamesTo(Contents.Builder contents) {
    entries.forEach(
        (name, entry) -> {
          String script = own(scripts(entry));
          String stylesheet = last(entry.stylesheets());
          contents.alias(name, script.isEmpty() ? stylesheet : script);
          contents.alias(name + ".js", script);
          contents.alias(name + ".css", stylesheet);
        });
  }

  @Override
  public Optional<Entry> find(String name) {
    Entry entry = entries.get(name);
    if (entry != null) {
      return Optional.of(entry);
    }
    int dot = name.lastIndexOf('.');
    Entry stem = dot < 0 ? null : entries.get(name.substring(0, dot));
    if (stem == null) {
      return Optional.empty();
    }
    return switch (name.substring(dot)) {
      case ".js", ".mjs" -> Optional.of(stem);
      case ".css" -> Optional.of(Entries.ofFiles(stem.stylesheets(), Set.of()));
      default -> Optional.empty();
    };
  }

  /** An entry with only styles has the shared runtime, but no script of its own. */
  private String own(List<String> scripts) {
    String last = last(scripts);
    boolean shared =
        entries.size() > 1
            && entries.values().stream().allMatch(entry -> scripts(entry).contains(last));
    return shared ? "" : last;
  }

  private static List<String> scripts(Entry entry) {
    return entry.modules().isEmpty() ? entry.scripts() : entry.modules();
  }

  private static String last(List<String> files) {
    return files.isEmpty() ? "" : files.get(files.size() - 1);
  }
}
