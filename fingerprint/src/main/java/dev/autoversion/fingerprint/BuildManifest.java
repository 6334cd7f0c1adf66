package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a manifest says about the runs that wrote it.
 *
 * @param mounts by prefix, then by the asset's path
 */
record BuildManifest(SortedMap<String, SortedMap<String, Entry>> mounts) {
  static final BuildManifest EMPTY = new BuildManifest(Collections.emptySortedMap());

  /** The entries published under a prefix, in any of its spellings. */
  SortedMap<String, Entry> section(String prefix) {
    return mounts.entrySet().stream()
        .filter(mount -> isSame(mount.getKey(), prefix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(Collections::emptySortedMap);
  }

  /**
   * All copies and codings, whatever the prefix: one folder may be served under several prefixes,
   * or under another one than before.
   */
  Set<String> files() {
    return sizes().keySet();
  }

  /** The size in bytes of each copy and coding. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    mounts.values().forEach(section -> section.values().forEach(it -> sizes.putAll(it.sizes())));
    return sizes;
  }

  /** The manifest with other assets under a prefix; without the prefix if there are none. */
  BuildManifest with(String prefix, SortedMap<String, Entry> section) {
    SortedMap<String, SortedMap<String, Entry>> all = new TreeMap<>(mounts);
    all.keySet().removeIf(known -> isSame(known, prefix));
    if (!section.isEmpty()) {
      all.put(prefix, section);
    }
    return new BuildManifest(all);
  }

  /** Whether a browser asks for both in the same place: {@code /a b} and {@code /a%20b}. */
  private static boolean isSame(String prefix, String other) {
    return decoded(prefix).equals(decoded(other));
  }

  private static String decoded(String prefix) {
    return LogicalPath.ofUrlPath("site" + prefix).map(LogicalPath::value).orElse(prefix);
  }
}
