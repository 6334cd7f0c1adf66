package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run: copies first, the manifest last. */
final class Run {
  private static final int ATTEMPTS = 3;
  private static final int MOST = 64 * 1024 * 1024; // What autoversion-manifest-ext reads.

  private final Places places;
  private final Choices choices;
  private final ManifestStore store;
  private final @Nullable Journal journal;
  private final BuildManifest before;
  private final SortedMap<String, Entry> known;
  private final RealNames real;
  private final MadeFiles made;
  private final Sources sources;
  private final Copies copies;
  private final Coders coders;

  /** With a journal, or without one to write nothing. */
  private Run(Places places, Choices choices, @Nullable Journal journal) throws IOException {
    // First: a run that ends meanwhile moves its names from the journal to the manifest.
    Set<String> noted = journal == null ? Journal.names(places.manifest()) : journal.known();
    this.places = places;
    this.choices = choices;
    this.journal = journal;
    this.store = new ManifestStore(places.manifest());
    this.before = store.current();
    this.known = before.section(places.prefix());
    this.real = new RealNames(places.output());
    this.made = new MadeFiles(store, real, before, noted);
    this.sources = new Sources(places, made, choices.excluded());
    this.copies = new Copies(places, made, journal);
    this.coders = Coders.load(choices.codings(), choices.level());
  }

  static FingerprintReport of(Places places, Choices choices) throws IOException {
    if (choices.dry()) {
      return new Run(places, choices, null).report();
    }
    Journal opened;
    try {
      opened = Journal.open(places.manifest(), places.prefix());
    } catch (FileSystemException e) {
      FingerprintReport report = new Run(places, choices, null).report();
      if (report.isUpToDate()) {
        return report;
      }
      throw new IOException(
          places.manifest().getParent() + " can't be written to: " + Failure.text(e), e);
    }
    try (Journal journal = opened) {
      return new Run(places, choices, journal).report();
    }
  }

  private FingerprintReport report() throws IOException {
    List<LogicalPath> assets = sources.list();
    boolean upToDate = new UpToDateCheck(choices, copies, coders.codings()).passes(known, assets);
    if (journal == null) {
      return upToDate ? report(known, 0, false) : dryReport(assets);
    }
    Published now = upToDate ? new Published(known, false) : publish(assets, journal);
    new Leftovers(places, made, real).delete(journal.own(), files(now.section()));
    journal.done();
    return report(now.section(), 0, now.manifestChanged());
  }

  /** What the manifest says now, and whether that has changed. */
  private record Published(SortedMap<String, Entry> section, boolean manifestChanged) {}

  /** If it fails, everything is as it was before. */
  private Published publish(List<LogicalPath> assets, Journal journal) throws IOException {
    try {
      SortedMap<String, Entry> section = copyAll(assets);
      CodingWork coding = coding(section);
      coding.run(new Workers(choices.threads()), choices.progress());
      section.replaceAll(coding::coded);
      byte[] manifest = manifest(section);
      boolean changed = store.differs(manifest);
      if (changed && known.isEmpty()) {
        store.extend(manifest);
      } else if (changed) {
        store.replace(manifest);
      }
      return new Published(section, changed);
    } catch (IOException | RuntimeException | Error e) {
      takeBack(journal, e);
      throw e;
    }
  }

  private void takeBack(Journal journal, Throwable failure) {
    try {
      copies.takeBack(Set.of());
      journal.forget();
    } catch (IOException e) { // The journal still names them.
      failure.addSuppressed(e);
    }
  }

  private byte[] manifest(SortedMap<String, Entry> section) throws IOException {
    byte[] manifest = ManifestWriter.bytes(before.with(places.prefix(), section));
    if (manifest.length > MOST) {
      throw new IOException(
          "the manifest would have "
              + Summary.bytes(manifest.length)
              + ", more than can be read at run time; exclude assets, or let fewer stylesheets import"
              + " one another");
    }
    return manifest;
  }

  private FingerprintReport dryReport(List<LogicalPath> assets) throws IOException {
    SortedMap<String, Entry> section = copyAll(assets);
    CodingWork coding = coding(section);
    section.replaceAll(coding::coded);
    boolean changed = store.differs(manifest(section));
    return report(section, coding.size(), changed || coding.size() > 0);
  }

  /** First the assets that are sent unchanged, so that referrers then know their versions. */
  private SortedMap<String, Entry> copyAll(List<LogicalPath> assets) throws IOException {
    List<LogicalPath> others = new ArrayList<>();
    List<LogicalPath> referrers = new ArrayList<>();
    for (LogicalPath path : assets) {
      (ReferrerCopies.isReferrer(path) ? referrers : others).add(path);
    }
    Workers workers = new Workers(choices.threads());
    SortedMap<String, Entry> section = Collections.synchronizedSortedMap(new TreeMap<>());
    PlainCopies plain = new PlainCopies(places, copies, known);
    Reporting reporting = new Reporting(choices.progress(), assets.size());
    workers.each(others, path -> reporting.one(section, path, plain.copy(path)));
    List<LogicalPath> there = new ArrayList<>(plain.versions().keySet());
    there.addAll(referrers);
    for (int attempt = 1; !referrers.isEmpty(); attempt++) {
      Snapshot snapshot = new Snapshot(places, there, copies);
      ReferrerCopies copying = new ReferrerCopies(snapshot, choices, copies, plain.versions());
      workers.each(referrers, path -> reporting.one(section, path, copying.copy(path)));
      if (isConsistent(snapshot, attempt)) {
        break;
      }
      referrers.forEach(path -> section.remove(path.value()));
    }
    copies.takeBack(files(section)); // Files that only an earlier attempt named.
    return section;
  }

  /** Whether no asset has changed meanwhile, so that all references lead to copies. */
  private static boolean isConsistent(Snapshot snapshot, int attempt) throws IOException {
    Optional<LogicalPath> changed = snapshot.changed();
    if (changed.isPresent() && attempt == ATTEMPTS) {
      throw new IOException(
          "'"
              + changed.get()
              + "' keeps changing while the files that refer to it are copied; run it again");
    }
    return changed.isEmpty();
  }

  private static Set<String> files(SortedMap<String, Entry> section) {
    Set<String> files = new HashSet<>();
    section.values().forEach(entry -> files.addAll(entry.files()));
    return files;
  }

  /** Counts what is done, for the listener. */
  private record Reporting(Progress progress, AtomicLong done, long total) {
    Reporting(Progress progress, long total) {
      this(progress, new AtomicLong(), total);
    }

    void one(Map<String, Entry> section, LogicalPath path, Optional<Entry> entry) {
      entry.ifPresent(known -> section.put(path.value(), known));
      progress.made(Progress.Stage.COPYING, Math.min(done.incrementAndGet(), total), total);
    }
  }

  private CodingWork coding(SortedMap<String, Entry> section) throws IOException {
    CodingWork coding = new CodingWork(places, copies, coders, section);
    for (Map.Entry<String, Entry> each : section.entrySet()) {
      LogicalPath path = LogicalPath.of(each.getKey()).orElseThrow();
      coding.add(path, each.getValue(), known.getOrDefault(each.getKey(), each.getValue()));
    }
    return coding;
  }

  private FingerprintReport report(
      SortedMap<String, Entry> section, int toCode, boolean manifestChanged) {
    List<FingerprintedAsset> assets = new ArrayList<>();
    List<MissingReference> missing = new ArrayList<>();
    section.forEach(
        (path, entry) -> {
          List<String> written = copies.written(entry.files());
          assets.add(
              new FingerprintedAsset(path, entry.file(), entry.size(), entry.codings(), written));
          missing.addAll(entry.missing());
        });
    return new FingerprintReport(
        choices.dry(),
        places.manifest(),
        manifestChanged,
        List.copyOf(assets),
        toCode,
        List.copyOf(missing),
        Stream.concat(sources.nameless().stream(), coders.absent().stream()).toList());
  }
}
