package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;

/**
 * Deletes what a killed run has left behind, once another run has succeeded: unfinished files, and
 * copies that no manifest names. The journal has the names of both.
 */
record Leftovers(Places places, MadeFiles made, RealNames real) {
  /** Deletes the recorded files, except those that the manifest names now. */
  void delete(Set<String> noted, Set<String> named) throws IOException {
    KeptFiles kept = new KeptFiles(real);
    kept.add(named);
    for (String file : noted) {
      if (!kept.contains(file) && !made.isNamed(file)) {
        delete(file);
        for (ContentCoding coding : ContentCoding.values()) {
          delete(file + coding.extension());
        }
      }
    }
  }

  /** A longer name than fits can't be asked for. */
  private void delete(String file) throws IOException {
    if (NameLength.fits(file)) {
      Files.deleteIfExists(places.copy(file));
    }
  }
}
