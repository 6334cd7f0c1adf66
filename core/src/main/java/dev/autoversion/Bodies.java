package dev.autoversion;

import dev.autoversion.reference.Stylesheet;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of answers that are not sent from the file itself: stylesheets, whose references get
 * versions, and files that changed so recently that another edit could slip in unseen.
 */
final class Bodies {
  private final Settings settings;
  private final Search search;
  private final Rewriter rewriter;

  Bodies(Settings settings, Search search) {
    this.settings = settings;
    this.search = search;
    this.rewriter = new Rewriter(settings.mounts(), settings.placement(), search);
  }

  /** The bytes of the version that was seen, or null where the asset is no longer the one seen. */
  Delivery.@Nullable Body of(Resolution covered, Sighting.Seen seen, Memory memory) {
    RewrittenStylesheet known = memory.cache().rewritten(covered.finding().key());
    if (known != null && known.isOf(seen)) {
      return known.body();
    }
    try {
      return read(covered, seen, memory);
    } catch (IOException | RuntimeException e) {
      // The server sends the file then, unstorable; the failure is reported at the next recheck.
      return null;
    }
  }

  private Delivery.@Nullable Body read(Resolution covered, Sighting.Seen seen, Memory memory)
      throws IOException {
    Finding finding = covered.finding();
    Optional<Asset> asset = finding.asset();
    if (asset.isEmpty() || !(HeldAsset.of(asset.get()) instanceof HeldAsset held)) {
      return null;
    }
    Sighting.Seen own = memory.cache().asset(finding.key());
    if (own == null || !own.version().equals(settings.strategy().versionOf(held))) {
      return null;
    }
    return covered.covers().isEmpty()
        ? RewrittenStylesheet.body(held.bytes())
        : rewrite(held.bytes(), finding, seen, memory);
  }

  private Delivery.@Nullable Body rewrite(
      byte[] bytes, Finding finding, Sighting.Seen seen, Memory memory) {
    long now = settings.freshness().now();
    String stylesheet = finding.base();
    byte[] rewritten =
        Stylesheet.of(bytes)
            .rewrite(value -> rewriter.rewrite(stylesheet, seen.version(), value, now, memory));
    // What the references led to must still be what the version covers.
    Sighting after = search.find(finding.at(), now, memory).finding().sighting();
    if (!(after instanceof Sighting.Seen same) || !same.version().equals(seen.version())) {
      return null;
    }
    Delivery.Body body = RewrittenStylesheet.body(rewritten);
    if (seen.settled()) {
      memory
          .cache()
          .remember(finding.key(), new RewrittenStylesheet(seen.stamp(), seen.version(), body));
    }
    return body;
  }
}
