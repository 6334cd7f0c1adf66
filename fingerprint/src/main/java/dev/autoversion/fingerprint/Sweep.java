package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** One cleaning: deletes the files that only builds no longer kept name. */
record Sweep(Places places, RealNames real, int builds, int days, boolean dry) {
  private static final System.Logger LOG = System.getLogger("dev.autoversion.fingerprint");

  /** An earlier build that is not kept. */
  private record Old(ManifestStore.Earlier file, BuildManifest manifest) {}

  CleaningReport run() throws IOException {
    if (dry) {
      return sweep(Journal.names(places.manifest()));
    }
    try (Journal journal = Journal.open(places.manifest(), places.prefix())) {
      return sweep(journal.known());
    }
  }

  /** Files that a killed run has recorded are left for the next run. */
  private CleaningReport sweep(Set<String> noted) throws IOException {
    ManifestStore store = new ManifestStore(places.manifest());
    BuildManifest now = store.current();
    SortedMap<String, Entry> current = now.section(places.prefix());
    KeptFiles kept = new KeptFiles(real);
    kept.add(current.keySet());
    kept.add(noted);
    kept.add(now.files());
    List<Old> olds = olds(store, current, kept);
    List<String> deleted = new ArrayList<>();
    long bytes = 0;
    for (String file : unkept(olds, kept)) {
      Path path = places.copy(file);
      if (Files.isRegularFile(path)) {
        bytes += Files.size(path);
        delete(path);
        deleted.add(file);
      }
    }
    for (Old old : olds) {
      if (!dry) {
        BuildManifest rest = old.manifest().with(places.prefix(), Collections.emptySortedMap());
        store.replace(old.file(), rest);
      }
    }
    if (current.isEmpty() && deleted.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, whyNothing(now));
    }
    List<Path> manifests = olds.stream().map(old -> old.file().file()).toList();
    return new CleaningReport(dry, List.copyOf(deleted), bytes, manifests);
  }

  /**
   * The reason why there is nothing to delete: perhaps another prefix or manifest than the build's.
   */
  private String whyNothing(BuildManifest now) {
    String manifest = places.manifest().toString();
    if (!Files.exists(places.manifest())) {
      return "there is no manifest at " + manifest + "; name the one that the build wrote";
    }
    String others =
        now.mounts().isEmpty()
            ? ""
            : ", only for '" + String.join("', '", now.mounts().keySet()) + "'";
    return manifest + " lists no copies for the prefix '" + places.prefix() + "'" + others;
  }

  /** The builds that are not kept; adds the files of those that are. */
  private List<Old> olds(ManifestStore store, SortedMap<String, Entry> current, KeptFiles kept)
      throws IOException {
    Instant since = Instant.now().minus(Duration.ofDays(days));
    List<Old> olds = new ArrayList<>();
    SortedMap<String, Entry> later = current;
    Instant became = written(); // When the later build became the current one.
    Instant ended = became;
    int number = 1;
    for (ManifestStore.Earlier earlier : store.earlier()) {
      BuildManifest manifest = earlier.read();
      SortedMap<String, Entry> section = manifest.section(places.prefix());
      if (section.isEmpty()) {
        continue;
      }
      if (!section.equals(later)) {
        number++;
        ended = became;
      }
      if (number <= builds || days > 0 && ended.isAfter(since)) {
        section.values().forEach(entry -> kept.add(entry.files()));
      } else {
        olds.add(new Old(earlier, manifest));
      }
      later = section;
      became = earlier.time();
    }
    return olds;
  }

  private Instant written() throws IOException {
    return !Files.exists(places.manifest())
        ? Instant.MAX
        : Files.getLastModifiedTime(places.manifest()).toInstant();
  }

  /** The files that only these builds name, in the order of their names. */
  private SortedSet<String> unkept(List<Old> olds, KeptFiles kept) {
    SortedSet<String> files = new TreeSet<>();
    for (Old old : olds) {
      for (Entry entry : old.manifest().section(places.prefix()).values()) {
        files.addAll(real.of(entry.files()));
      }
    }
    files.removeIf(kept::contains);
    return files;
  }

  private void delete(Path file) throws IOException {
    if (!dry) {
      Files.delete(file);
    }
  }
}
