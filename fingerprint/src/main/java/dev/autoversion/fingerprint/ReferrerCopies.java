package dev.autoversion.fingerprint;

import dev.autoversion.Explanation;
import dev.autoversion.LogicalPath;
import dev.autoversion.Version;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Makes the copies of referrers. A copy may differ from its asset: it has the bytes that the
 * running library would send, and these are taken from it.
 */
final class ReferrerCopies {
  // The types in which the library finds references; others are sent unchanged.
  private static final Set<String> TYPES =
      Set.of("text/css", "image/svg+xml", "application/manifest+json");
  private static final int ATTEMPTS = 3;

  private final Snapshot snapshot;
  private final Choices choices;
  private final Copies copies;
  private final Site site;

  /** With the versions of assets already copied. */
  ReferrerCopies(
      Snapshot snapshot, Choices choices, Copies copies, Map<LogicalPath, Version> versions) {
    this.snapshot = snapshot;
    this.choices = choices;
    this.copies = copies;
    this.site = Site.of(snapshot.prefix(), snapshot, choices.excluded(), versions);
  }

  /** Whether an asset may contain references. */
  static boolean isReferrer(LogicalPath path) {
    return TYPES.contains(path.mediaType()) && !path.isCompressed();
  }

  /** The manifest's entry for an asset; empty if the asset is gone, or is a copy itself. */
  Optional<Entry> copy(LogicalPath path) throws IOException {
    String reference = site.reference(path);
    if (isCopy(path, reference)) {
      return Optional.empty();
    }
    LogicalPath copy = path;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Explanation explained = site.explain(reference);
      if (explained.url().equals(reference)) {
        return skipped(path, explained);
      }
      copy = site.path(explained.url()).orElseThrow();
      snapshot.hide(copy);
      Optional<byte[]> sent = site.sent(explained.url());
      if (sent.isPresent()) {
        return Optional.of(entry(path, copy, explained, sent.get()));
      }
    }
    throw new IOException(
        "'"
            + path
            + "' keeps changing while it is read, or something refers to '"
            + copy
            + "', which no manifest lists; run it again, or move that file away");
  }

  /** Whether it lies beside the asset that it is a copy of. */
  private boolean isCopy(LogicalPath path, String reference) {
    return Site.original(path)
        .flatMap(original -> LogicalPath.ofUrlPath(original.url()))
        .filter(original -> site.url(site.reference(original)).equals(reference))
        .isPresent();
  }

  /** An asset that is gone is skipped; one that can't be read stops the run. */
  private Optional<Entry> skipped(LogicalPath path, Explanation explanation) throws IOException {
    if (snapshot.find(path).isPresent() && explanation.version().isEmpty()) {
      throw new IOException("'" + path + "' can't be copied: " + explanation.reason().orElse(""));
    }
    return Optional.empty();
  }

  private Entry entry(LogicalPath path, LogicalPath copy, Explanation explained, byte[] sent)
      throws IOException {
    String file = copy.value();
    copies.put(file, sent, sent.length);
    List<String> covers = others(path, explained);
    Optional<SourceStamp> stamp = snapshot.stamp(path);
    if (stamp.isPresent()) {
      SourceStamp kept = stamp.get().ofReferrer(choices.excluded());
      copies.stamp(file, kept, youngest(kept, covers));
    }
    return new Entry(
        file,
        explained.version().orElseThrow().value(),
        Hashes.of(sent).content().integrity(),
        sent.length,
        path.mediaType(),
        Collections.emptySortedMap(),
        covers,
        List.of(),
        missing(path, explained));
  }

  private FileTime youngest(SourceStamp source, List<String> covers) {
    return covers.stream()
        .flatMap(covered -> LogicalPath.of(covered).flatMap(snapshot::stamp).stream())
        .map(SourceStamp::modified)
        .reduce(source.modified(), BinaryOperator.maxBy(Comparator.naturalOrder()));
  }

  private List<String> others(LogicalPath path, Explanation explanation) {
    return explanation.covers().stream()
        .flatMap(name -> site.asset(name).stream())
        .filter(other -> !other.equals(path))
        .map(LogicalPath::value)
        .sorted()
        .toList();
  }

  private List<MissingReference> missing(LogicalPath path, Explanation explanation) {
    return explanation.missingReferences().stream()
        .filter(miss -> site.path(miss.referrer()).equals(Optional.of(path)))
        .map(miss -> new MissingReference(path.value(), miss.line(), miss.reference()))
        .sorted()
        .toList();
  }
}
