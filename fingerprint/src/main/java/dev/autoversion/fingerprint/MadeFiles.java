package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import dev.autoversion.Version;
import dev.autoversion.VersionStrategy;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that runs have made, so that no copy is taken for a source. The names in the current
 * manifest and the journal are known from the start; earlier manifests are read when a file's name
 * looks like one of theirs.
 */
final class MadeFiles {
  private static final VersionStrategy VERSIONS = VersionStrategy.contentHash();

  private final ManifestStore store;
  private final RealNames real;
  private final Set<String> named = new HashSet<>();
  private final Set<String> recent = new HashSet<>();
  private @Nullable Map<String, Long> earlier;
  private @Nullable KeptFiles kept;

  MadeFiles(ManifestStore store, RealNames real, BuildManifest current, Set<String> noted) {
    this.store = store;
    this.real = real;
    named.addAll(real.of(current.files()));
    recent.addAll(named);
    for (String copy : real.of(noted)) {
      recent.add(copy);
      Arrays.stream(ContentCoding.values()).forEach(it -> recent.add(copy + it.extension()));
    }
  }

  /**
   * Whether a run has made this file, or may have made it: a file beside a copy, named as its
   * coding.
   */
  boolean mayInclude(String file) throws IOException {
    Optional<String> uncoded = uncoded(file);
    return isListed(file) || uncoded.isPresent() && isListed(uncoded.get());
  }

  /** The copy that this file would be a coding of. */
  private static Optional<String> uncoded(String file) {
    for (ContentCoding coding : ContentCoding.values()) {
      if (file.endsWith(coding.extension())) {
        return Optional.of(file.substring(0, file.length() - coding.extension().length()));
      }
    }
    return Optional.empty();
  }

  /** The copy that a file would be a coding of, if its name could be that of one. */
  static Optional<LogicalPath> copyBeside(LogicalPath coding) {
    return uncoded(coding.value()).filter(MadeFiles::mayBeMade).flatMap(LogicalPath::of);
  }

  /** Whether a manifest or the journal lists it. */
  synchronized boolean isListed(String file) throws IOException {
    return isRecent(file) || mayBeMade(file) && earlier().containsKey(real.of(file));
  }

  /** Whether it is listed, and whole: one that only an earlier manifest names may be damaged. */
  synchronized boolean isListed(String file, long size) throws IOException {
    return isListed(file) && (isRecent(file) || earlier().getOrDefault(real.of(file), 0L) == size);
  }

  private boolean isRecent(String file) {
    return recent.contains(real.of(file));
  }

  /** Whether the current manifest names it. */
  boolean isCurrent(String file) {
    return named.contains(real.of(file));
  }

  /** Whether a manifest names it. */
  synchronized boolean isNamed(String file) throws IOException {
    if (isCurrent(file)) {
      return true;
    }
    if (kept == null) {
      kept = new KeptFiles(real);
      kept.add(named);
      kept.add(earlier().keySet());
    }
    return kept.contains(file);
  }

  /** Whether it has the name of that asset's copy with that version. */
  static boolean isCopy(String file, String asset, String version) {
    String mark = "-" + version;
    int at = file.lastIndexOf(mark);
    return at >= 0
        && file.length() == asset.length() + mark.length()
        && asset.startsWith(file.substring(0, at))
        && asset.endsWith(file.substring(at + mark.length()))
        && Version.parse(version).filter(VERSIONS::couldGive).isPresent()
        && LogicalPath.of(file).isPresent();
  }

  /** Whether a run gives copies or unfinished files such a name. */
  static boolean mayBeNoted(String file) {
    int slash = file.lastIndexOf('/') + 1;
    return Copies.isPart(file.substring(slash))
        ? slash == 0 || LogicalPath.of(file.substring(0, slash - 1)).isPresent()
        : mayBeMade(file);
  }

  private static boolean mayBeMade(String file) {
    return file.indexOf('-') >= 0 && LogicalPath.of(file).flatMap(Site::original).isPresent();
  }

  /** The files of earlier manifests, with their sizes in the latest one that names them. */
  private Map<String, Long> earlier() throws IOException {
    if (earlier != null) {
      return earlier;
    }
    Map<String, Long> known = new HashMap<>();
    for (ManifestStore.Earlier each : store.earlier()) {
      each.read().sizes().forEach((file, size) -> known.putIfAbsent(real.of(file), size));
    }
    earlier = known;
    return known;
  }
}
