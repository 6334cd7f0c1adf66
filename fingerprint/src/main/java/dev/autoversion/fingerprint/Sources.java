package dev.autoversion.fingerprint;

import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists the sources: files that are neither made by a run nor excluded. */
final class Sources {
  private final Places places;
  private final MadeFiles made;
  private final List<String> excluded;
  private final List<String> nameless = new ArrayList<>();

  Sources(Places places, MadeFiles made, List<String> excluded) {
    this.places = places;
    this.made = made;
    this.excluded = excluded;
  }

  /** Messages about files that were left out for their names. */
  List<String> nameless() {
    return nameless;
  }

  List<LogicalPath> list() throws IOException {
    List<LogicalPath> assets = all();
    if (!Files.isDirectory(places.folder())) { // A missing folder would be listed as empty.
      throw new IOException(places.folder() + " can't be listed: it no longer exists");
    }
    if (!excluded.isEmpty()) {
      Site probe = Site.probe(places.prefix(), excluded);
      assets.removeIf(path -> probe.url(probe.reference(path)).equals(probe.reference(path)));
    }
    List<LogicalPath> named = new ArrayList<>();
    for (LogicalPath path : assets) {
      if (isNameless(path)) {
        nameless.add("'" + path + "' is left out, as its name is not UTF-8; rename it");
      } else {
        NameLength.checkCopy(path);
        named.add(path);
      }
    }
    named.sort(Comparator.comparing(LogicalPath::value));
    return Collections.unmodifiableList(named);
  }

  private List<LogicalPath> all() throws IOException {
    List<LogicalPath> assets = new ArrayList<>();
    try (Stream<LogicalPath> paths = AssetSource.directory(places.folder()).paths()) {
      for (LogicalPath path : (Iterable<LogicalPath>) paths::iterator) {
        if (!places.hasCopiesBesideSources() || !made.mayInclude(path.value())) {
          assets.add(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(places.folder() + " can't be listed: " + Failure.text(e), e);
    }
    return assets;
  }

  /** Whether the file's name has bytes that are no UTF-8: then no URL leads to it. */
  private boolean isNameless(LogicalPath path) {
    return path.value().indexOf('\uFFFD') >= 0 // The JVM's replacement for such bytes.
        && Files.notExists(places.folder().resolve(path.value()));
  }
}
