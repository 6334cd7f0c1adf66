package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;

/**
 * Takes away what a killed run has left behind, once another has done its work: files in the
 * making, and copies that no manifest names. The journal has the names of both.
 */
record Leftovers(Places places, Output output) {
  /** Deletes what was noted, but nothing that the manifest names now. */
  void delete(Set<String> noted, Set<String> named) throws IOException {
    for (String file : noted) {
      if (!named.contains(file) && !output.isNamed(file)) {
        Files.deleteIfExists(places.copy(file));
        for (ContentCoding coding : ContentCoding.values()) {
          Files.deleteIfExists(places.copy(file + coding.extension()));
        }
      }
    }
  }
}
