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
  private final References references;
  private final Rewriter rewriter;

  Bodies(Settings settings, Answers answers) {
    this.settings = settings;
    this.references = answers.references();
    this.rewriter = new Rewriter(settings, answers);
  }

  /** The bytes of the version that was seen, or null where the asset is no longer the one seen. */
  Delivery.@Nullable Body of(Resolution.Versioned versioned, Look look) {
    RewrittenStylesheet known =
        look.memory().rewritten(look.address().contextPath(), versioned.seen().path().key());
    if (known != null && known.isOf(versioned.seen().stamp(), versioned.version())) {
      return new Delivery.Body(known.bytes(), known.etag());
    }
    try {
      return read(versioned, look);
    } catch (IOException | RuntimeException e) {
      // The server sends the file then, unstorable; the failure is reported at the next recheck.
      return null;
    }
  }

  private Delivery.@Nullable Body read(Resolution.Versioned versioned, Look look)
      throws IOException {
    Optional<Asset> asset = versioned.seen().path().find();
    if (asset.isEmpty() || !(HeldAsset.of(asset.get()) instanceof HeldAsset held)) {
      return null;
    }
    if (!versioned.seen().version().equals(settings.strategy().versionOf(held))) {
      return null;
    }
    return versioned.cover().reachesOthers()
        ? rewrite(held.bytes(), versioned, look)
        : body(held.bytes());
  }

  private Delivery.@Nullable Body rewrite(byte[] bytes, Resolution.Versioned versioned, Look look)
      throws IOException {
    SitePath path = versioned.seen().path();
    byte[] rewritten =
        Stylesheet.of(bytes)
            .rewrite(value -> rewriter.rewrite(path, versioned.version(), value, look));
    // What the references led to must still be what the version covers.
    Version after = references.coverAnew(versioned.seen(), look).version();
    if (!after.equals(versioned.version())) {
      return null;
    }
    Delivery.Body body = body(rewritten);
    if (versioned.seen().steadiness() == Steadiness.SETTLED) {
      RewrittenStylesheet made =
          new RewrittenStylesheet(
              versioned.seen().stamp(), versioned.version(), body.bytes(), body.etag());
      look.memory().remember(look.address().contextPath(), path.key(), made);
    }
    return body;
  }

  private static Delivery.Body body(byte[] bytes) {
    return new Delivery.Body(bytes, RewrittenStylesheet.etag(bytes));
  }
}
