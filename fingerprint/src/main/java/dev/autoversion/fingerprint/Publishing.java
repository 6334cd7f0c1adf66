package dev.autoversion.fingerprint;

import dev.autoversion.AssetUrl;
import dev.autoversion.Explanation;
import dev.autoversion.LogicalPath;
import dev.autoversion.Placement;
import dev.autoversion.Version;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Asks the site what each asset is called, and sees to it that a copy of that name is there. */
final class Publishing implements ReadOnce.Copying, ReadOnce.Vouched {
  // By the types of what the library finds references in; others are sent as they are.
  private static final Set<String> REFERRERS =
      Set.of("text/css", "image/svg+xml", "application/manifest+json");
  private static final int ATTEMPTS = 3;

  private final Snapshot snapshot;
  private final Copies copies;
  private final SortedMap<String, Entry> known;
  private final ReadOnce readOnce;
  private final Site site;

  /** With what the current manifest knows of the prefix. */
  Publishing(Places places, Choices choices, Copies copies, SortedMap<String, Entry> known) {
    this.snapshot = copies.sources();
    this.copies = copies;
    this.known = known;
    this.readOnce = new ReadOnce(this, this);
    Site.Source source = new Site.Source(places.prefix(), snapshot);
    this.site = Site.of(source, choices.excluded(), readOnce, known.size());
  }

  /** What the manifest says of an asset; empty where it is none, or left alone. */
  Optional<Entry> publish(LogicalPath path) throws IOException {
    String reference = site.reference(path);
    String url = site.url(reference);
    rethrow();
    Optional<Seen> seen = readOnce.seen(path);
    if (url.equals(reference) || seen.isEmpty()) {
      return Optional.empty();
    }
    LogicalPath copy = copy(url);
    boolean same = copies(path) && site.copy(path, seen.get().version()).equals(Optional.of(copy));
    return Optional.of(same ? entry(path, copy, seen.get()) : referrer(path, url));
  }

  /** The first failure ends the run. */
  private void rethrow() throws IOException {
    for (Map.Entry<LogicalPath, IOException> failure : readOnce.failures().entrySet()) {
      throw new IOException(
          "'" + failure.getKey() + "' can't be copied: " + failure.getValue(), failure.getValue());
    }
  }

  private static Entry entry(LogicalPath path, LogicalPath copy, Seen seen) {
    return new Entry(
        copy.value(),
        seen.version().value(),
        seen.integrity(),
        seen.size(),
        path.mediaType(),
        Collections.emptySortedMap(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What may have other bytes than the asset: those that the site sends. */
  private Entry referrer(LogicalPath path, String first) throws IOException {
    String url = first;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      snapshot.hide(copy(url));
      Optional<byte[]> sent = site.sent(url);
      if (sent.isPresent()) {
        return referrer(path, url, sent.get());
      }
      url = site.url(site.reference(path));
    }
    throw new IOException(
        "'"
            + path
            + "' changes while it is read, or lies beside a file that has the name of its copy and"
            + " that no manifest names; run it again, or delete that file");
  }

  private Entry referrer(LogicalPath path, String url, byte[] sent) throws IOException {
    LogicalPath copy = copy(url);
    Version version =
        Placement.fileName().extract(url).map(AssetUrl::version).orElseThrow(() -> odd(url));
    String integrity = Hashes.of(sent, sent.length).seen().integrity();
    stamp(path, copies.putAnew(copy.value(), sent));
    Explanation explanation = site.explain(site.reference(path));
    return new Entry(
        copy.value(),
        version.value(),
        integrity,
        sent.length,
        path.mediaType(),
        Collections.emptySortedMap(),
        others(path, explanation),
        List.of(),
        missing(path, explanation));
  }

  private List<String> others(LogicalPath path, Explanation explanation) {
    return explanation.covers().stream()
        .flatMap(reference -> site.path(reference).stream())
        .filter(other -> !other.equals(path))
        .map(LogicalPath::value)
        .sorted()
        .toList();
  }

  private List<MissingReference> missing(LogicalPath path, Explanation explanation) {
    return explanation.missing().stream()
        .filter(miss -> site.path(miss.referrer()).equals(Optional.of(path)))
        .map(miss -> new MissingReference(path.value(), miss.line(), miss.reference()))
        .sorted()
        .toList();
  }

  private LogicalPath copy(String url) {
    return site.path(url).orElseThrow(() -> odd(url));
  }

  private static IllegalStateException odd(String url) {
    return new IllegalStateException("a versioned file name was expected: " + url);
  }

  @Override
  public boolean copies(LogicalPath path) {
    return path.isCompressed() || !REFERRERS.contains(path.mediaType());
  }

  @Override
  public Copies.Part begin(LogicalPath path) throws IOException {
    return copies.begin(path.value());
  }

  @Override
  public void put(LogicalPath path, Seen seen, byte[] bytes) throws IOException {
    stamp(path, copies.put(name(path, seen), bytes, (int) seen.size()));
  }

  @Override
  public void put(LogicalPath path, Seen seen, Copies.Part part) throws IOException {
    stamp(path, copies.put(name(path, seen), part, seen.size()));
  }

  private String name(LogicalPath path, Seen seen) {
    return site.copy(path, seen.version()).orElseThrow(() -> odd(path.value())).value();
  }

  private void stamp(LogicalPath path, String copy) {
    snapshot.stamp(path).ifPresent(stamp -> copies.stamp(copy, stamp));
  }

  @Override
  public Optional<Seen> of(LogicalPath path) throws IOException {
    Entry entry = known.get(path.value());
    Optional<SourceStamp> stamp = snapshot.stamp(path);
    if (entry == null || stamp.isEmpty() || !copies(path) || !isMadeOf(entry, stamp.get())) {
      return Optional.empty();
    }
    return Optional.of(new Seen(new Version(entry.version()), entry.integrity(), entry.size()));
  }

  private boolean isMadeOf(Entry entry, SourceStamp stamp) throws IOException {
    return copies.isThere(entry.file(), entry.size()) && copies.isOf(entry.file(), stamp);
  }
}
