package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All assets that the mounts' sources list, as references that lead to them. */
final class Inventory {
  private final Mounts mounts;
  private final Warnings warnings;
  private final long maximumSize;

  Inventory(Settings settings, Warnings warnings) {
    this.mounts = settings.mounts();
    this.warnings = warnings;
    this.maximumSize = settings.maximumSize();
  }

  /** One for each asset, with the context path and without the host, percent-encoded. */
  List<String> references() {
    Set<String> references = new LinkedHashSet<>();
    for (Mount mount : mounts.longestFirst()) {
      list(mount, mount.source(), references);
    }
    warnOfSize(references.size());
    return List.copyOf(references);
  }

  private void list(Mount mount, AssetSource source, Set<String> references) {
    String subject = "list " + mount.prefix() + " " + source;
    try (Stream<LogicalPath> paths = source.paths()) {
      paths
          .map(path -> mounts.contextPath() + mount.url(path))
          .filter(reference -> leadsTo(mount, reference))
          .forEachOrdered(references::add);
      warnings.forget(subject);
    } catch (IOException | RuntimeException e) { // The latter from a source of the user's own, too.
      // The message of the unchecked one is the other's, or tells more.
      String cause = e instanceof UncheckedIOException ? e.getMessage() : e.toString();
      String message = source + " can't list all its assets; the others are warm: " + cause;
      warnings.once(subject, () -> message, e);
    }
  }

  /** Whether no mount with a longer prefix hides the asset. */
  private boolean leadsTo(Mount mount, String reference) {
    return mounts.locate(reference).filter(at -> at.mount() == mount).isPresent();
  }

  private void warnOfSize(long assets) {
    if (assets > maximumSize) {
      warnings.once(
          "maximumSize",
          () ->
              assets
                  + " assets, but maximumSize("
                  + maximumSize
                  + ") remembers fewer; set it higher, or the others are read again when a page"
                  + " asks for them");
    }
  }
}
