package dev.autoversion.fingerprint;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that runs have left behind.
 *
 * @param mounts by prefix, then by the asset's path
 */
record BuildManifest(SortedMap<String, SortedMap<String, Entry>> mounts) {
  static final BuildManifest EMPTY = new BuildManifest(Collections.emptySortedMap());

  /** The entries published under a prefix. */
  SortedMap<String, Entry> section(String prefix) {
    return mounts.getOrDefault(prefix, Collections.emptySortedMap());
  }

  /**
   * All copies and codings, whatever the prefix: one folder may be served under several prefixes,
   * or under another one than before.
   */
  Set<String> files() {
    return sizes().keySet();
  }

  /** The same with their sizes in bytes. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    mounts.values().forEach(section -> section.values().forEach(it -> sizes.putAll(it.sizes())));
    return sizes;
  }

  /** The manifest with other assets under a prefix; without the prefix if there are none. */
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
