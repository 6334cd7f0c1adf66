package dev.autoversion.fingerprint;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that runs have left behind.
 *
 * @param mounts by prefix, then by the asset's path
 */
record BuildManifest(SortedMap<String, SortedMap<String, Entry>> mounts) {
  static final BuildManifest EMPTY = new BuildManifest(Collections.emptySortedMap());

  /** What was published under a prefix. */
  SortedMap<String, Entry> section(String prefix) {
    return mounts.getOrDefault(prefix, Collections.emptySortedMap());
  }

  /**
   * All copies and codings, whatever the prefix: one folder may be served at several of them, or at
   * another one than before.
   */
  Set<String> files() {
    Set<String> files = new HashSet<>();
    mounts.values().forEach(section -> section.values().forEach(it -> files.addAll(it.files())));
    return files;
  }

  /** The same with other assets under a prefix; without the prefix where there are none. */
  BuildManifest with(String prefix, SortedMap<String, Entry> section) {
    SortedMap<String, SortedMap<String, Entry>> all = new TreeMap<>(mounts);
    if (section.isEmpty()) {
      all.remove(prefix);
    } else {
      all.put(prefix, section);
    }
    return new BuildManifest(all);
  }
}
