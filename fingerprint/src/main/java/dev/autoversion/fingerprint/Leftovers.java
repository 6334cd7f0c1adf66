package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/**
 * Takes away what a killed run has left behind, once another has done its work: files in the
 * making, and copies that no manifest names.
 */
record Leftovers(Places places, Output output) {
  /** Deletes them, but nothing that the section names. */
  void delete(SortedMap<String, Entry> section) throws IOException {
    Set<String> named = new HashSet<>();
    section.values().forEach(entry -> entry.files().forEach(named::add));
    Set<Path> folders = new HashSet<>();
    for (String copy : output.noted()) {
      Path file = places.copy(copy);
      folders.add(Objects.requireNonNull(file.getParent(), copy));
      if (!named.contains(copy) && !output.isNamed(copy)) {
        Files.deleteIfExists(file);
        for (ContentCoding coding : ContentCoding.values()) {
          Files.deleteIfExists(places.copy(copy + coding.extension()));
        }
      }
    }
    for (Path folder : folders) {
      deleteParts(folder);
    }
  }

  private static void deleteParts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, Copies.PART + "*")) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }
}
