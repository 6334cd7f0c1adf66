package dev.autoversion.fingerprint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Files that must not be deleted, under no spelling: the disks of macOS and Windows take {@code
 * App-9f3c2ab1d04e.js}, which an earlier build has named, for today's {@code app-9f3c2ab1d04e.js}.
 */
final class KeptFiles {
  private final RealNames real;
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> spellings = new HashMap<>();

  KeptFiles(RealNames real) {
    this.real = real;
  }

  void add(Collection<String> files) {
    for (String file : real.of(files)) {
      names.add(file);
      spellings.put(DiskNames.withoutForm(file), file);
    }
  }

  boolean contains(String file) {
    String name = real.of(file);
    String similar = spellings.get(DiskNames.withoutForm(name));
    return names.contains(name) || similar != null && real.areOneFile(name, similar);
  }
}
