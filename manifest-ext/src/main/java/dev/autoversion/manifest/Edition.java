package dev.autoversion.manifest;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.autoversion.LogicalPath;
import dev.autoversion.Manifest;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A manifest as it was when it was read. Never changes; {@link #current} gives the latest. */
final class Edition implements Manifest {
  // More entries than a site has pages; asking for each of 20,000 chunks as an entry is slow.
  private static final int MOST_REMEMBERED = 1_000;

  private final LatestManifest latest;
  private final List<Part> parts;
  private final Map<String, String> imports;
  private final Map<String, Optional<Entry>> entries = new ConcurrentHashMap<>();

  /**
   * The contents of one file.
   *
   * @param name the file, for messages
   * @param label what users call the format
   */
  record Part(String name, Format format, String label, Contents contents) {
    @Override
    public String toString() {
      return name + " (" + label + ")";
    }
  }

  /**
   * An edition of files that belong together.
   *
   * @param parts the most important first; none while the manifest does not exist
   */
  Edition(LatestManifest latest, List<Part> parts) {
    this.latest = latest;
    this.parts = parts;
    Map<String, String> written = new LinkedHashMap<>();
    parts.forEach(part -> written.putAll(part.contents().imports()));
    this.imports =
        written.isEmpty() ? Map.of() : ChunkMap.resolved(written, files().collect(toSet()));
  }

  boolean isThere() {
    return !parts.isEmpty();
  }

  @Override
  public Optional<String> published(String name) {
    return contents().flatMap(each -> each.published(name).stream()).findFirst();
  }

  @Override
  public Optional<Entry> entry(String name) {
    Optional<Entry> known = entries.get(name);
    if (known != null) {
      return known;
    }
    Optional<Entry> entry = contents().flatMap(each -> each.entry(name).stream()).findFirst();
    if (entry.isPresent() && entries.size() < MOST_REMEMBERED) {
      entries.put(name, entry);
    }
    return entry;
  }

  @Override
  public Optional<String> integrity(String name) {
    return contents().flatMap(each -> each.integrity(name).stream()).findFirst();
  }

  @Override
  public Set<String> mounts() {
    return contents().flatMap(each -> each.sections().keySet().stream()).collect(toSet());
  }

  /** Decided late, since whether the manifest has parts is known only once the file exists. */
  @Override
  public Manifest mountedAt(String prefix) {
    try {
      return isThere() && mounts().isEmpty() ? this : Section.of(this, Section.plain(prefix));
    } catch (ManifestException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The contents for one mount; the build may have had its prefix in another spelling. */
  Contents section(String prefix) throws ManifestException {
    return section(prefix::equals)
        .or(() -> section(key -> decoded(key).equals(decoded(prefix))))
        .orElseThrow(
            () ->
                new ManifestException(
                    this
                        + " has no part for the mount at '"
                        + prefix
                        + "', only for "
                        + mounts().stream().sorted().collect(joining("' and '", "'", "'"))
                        + "; mount it there, or build it with `--prefix "
                        + prefix
                        + "`"));
  }

  private Optional<Contents> section(Predicate<String> matches) {
    return contents()
        .flatMap(each -> each.sections().entrySet().stream())
        .filter(section -> matches.test(section.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** {@code /a%20b} gives {@code /a b}. */
  private static String decoded(String prefix) {
    return LogicalPath.ofUrlPath("site" + prefix).map(LogicalPath::value).orElse(prefix);
  }

  @Override
  public Map<String, String> imports() {
    return imports;
  }

  @Override
  public Stream<String> names() {
    return contents().map(Contents::names).flatMap(Collection::stream).distinct();
  }

  @Override
  public Stream<String> files() {
    return contents().map(Contents::files).flatMap(Collection::stream).distinct();
  }

  @Override
  public Edition current() throws IOException {
    return latest.current();
  }

  /**
   * {@code manifest public/build/.vite/manifest.json (Vite)}; the first edition shows the latest.
   */
  @Override
  public String toString() {
    Edition known = latest.known();
    if (!isThere() && known.isThere()) {
      return known.toString();
    }
    String files =
        isThere()
            ? parts.stream().map(Part::toString).collect(joining(" and "))
            : latest + " (not there yet)";
    return "manifest " + files;
  }

  private Stream<Contents> contents() {
    return parts.stream().map(Part::contents);
  }
}
