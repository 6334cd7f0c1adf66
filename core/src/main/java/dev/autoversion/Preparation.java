package dev.autoversion;

import dev.autoversion.reference.ReferenceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prepares what a versioned URL is answered with: bytes that are read once and hashed, and sent
 * only if that gives the version in the URL. Small ones are held in memory; of large ones only the
 * location is kept.
 */
final class Preparation {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Settings settings;
  private final VersionStrategy strategy;
  private final Rewriter rewriter;
  private final SharedBytes shared;
  private final Uncoded uncoded;
  private final Warnings warnings;

  Preparation(Settings settings, Answers answers) {
    this.settings = settings;
    this.strategy = settings.strategy();
    this.uncoded = new Uncoded(strategy);
    this.warnings = answers.warnings();
    this.rewriter = new Rewriter(settings, answers);
    this.shared = new SharedBytes(settings.maximumBytes(), settings.freshness().clock());
  }

  /** The representations of an asset that was seen; empty if it has changed since. */
  Optional<Representations> of(Wanted wanted, Look look) {
    String key = wanted.key(context(wanted, look));
    Representations known = look.memory().representations(key);
    if (known != null && known.areOf(wanted.seen(), strategy)) {
      return Optional.of(known);
    }
    return look.memory().preparations.run(key, new Work(key, wanted, look));
  }

  /** An asset whose bytes are needed after its version. */
  Asset readOnce(SitePath path, Asset asset) {
    return new ReadOnce(asset, path.key(), shared);
  }

  /** The asset with its bytes; the asset itself if they are many. */
  private static Asset small(Asset asset) throws IOException {
    try (InputStream opened = WrappedAsset.opened(asset)) {
      byte[] bytes = opened.readNBytes(ReadOnce.SMALL + 1);
      return bytes.length > ReadOnce.SMALL ? asset : new HeldAsset(asset, bytes);
    }
  }

  /** Only rewritten bytes may contain a context path; a warm-up knows none. */
  private String context(Wanted wanted, Look look) {
    return changes(wanted) ? "at " + look.address().contextPath() : "";
  }

  private boolean changes(Wanted wanted) {
    return wanted.form() == Wanted.Form.VERSIONED && rewriter.changes(wanted.versioned());
  }

  /** One preparation, shared by all threads that ask at the same time. */
  private final class Work implements SingleFlight.Work<Optional<Representations>> {
    private final String key;
    private final Wanted wanted;
    private final Resolution.Versioned versioned;
    private final Look look;

    Work(String key, Wanted wanted, Look look) {
      this.key = key;
      this.wanted = wanted;
      this.versioned = wanted.versioned();
      this.look = look;
    }

    @Override
    public Optional<Representations> result() {
      Representations known = look.memory().representations(key);
      if (known != null && known.areOf(versioned.seen(), strategy)) {
        return Optional.of(known);
      }
      SitePath path = versioned.seen().path();
      try {
        Optional<Asset> asset = look.lookup().find(path, look);
        Optional<Representations> made =
            asset.isPresent() ? prepare(asset.get()).filter(this::isAsBuilt) : Optional.empty();
        made.ifPresent(
            all -> {
              all.takeCodings(known);
              all.takeCodings(look.memory().representations(wanted.key("at "))); // A warm-up's.
              look.memory().remember(all);
            });
        return made;
      } catch (IOException | RuntimeException e) { // The latter from a user's own source.
        warnings.unreadable(path, e);
        return Optional.empty();
      }
    }

    @Override
    public boolean isAcceptable(Optional<Representations> early) {
      return early.isPresent() && early.get().areOf(versioned.seen(), strategy);
    }

    @Override
    public @Nullable Supplier<Optional<Representations>> fallback() {
      return null;
    }

    @Override
    public Optional<Representations> inCircle() {
      return Optional.empty();
    }

    private Optional<Representations> prepare(Asset asset) throws IOException {
      boolean rewritten = changes(wanted);
      long size = versioned.seen().stamp().size();
      byte[] young = rewritten || size <= ReadOnce.SMALL ? null : young(asset);
      if (young != null) {
        return provisional(new HeldAsset(asset, young));
      }
      Asset read = asset;
      if (rewritten) {
        read = HeldAsset.of(asset);
      } else if (size <= ReadOnce.SMALL) {
        read = small(asset);
      }
      if (read instanceof HeldAsset held) {
        return isSeen(held) ? held(held.bytes(), rewritten) : Optional.empty();
      }
      return rewritten ? Optional.empty() : large(asset, size);
    }

    /** The bytes of a large file in memory, if no stamp guarantees them and there is room. */
    private byte @Nullable [] young(Asset asset) throws IOException {
      Sighting.Seen seen = versioned.seen();
      if (seen.steadiness() == Steadiness.SETTLED || !strategy.identifiesContent()) {
        return null;
      }
      byte[] read = shared.find(seen.path().key(), seen.stamp());
      return read == null ? shared.read(seen.path().key(), asset, seen.stamp()) : read;
    }

    private Optional<Representations> provisional(HeldAsset held) throws IOException {
      byte[] bytes = held.bytes();
      return isSeen(held)
          ? Optional.of(all(new HeldBytes(bytes, true), etag(), isUtf8(bytes)))
          : Optional.empty();
    }

    /** Whether these are the bytes that a build wrote, if the build has recorded them. */
    private boolean isAsBuilt(Representations all) {
      Manifest.Copy copy = wanted.copy();
      boolean same =
          copy == null
              || all.identity().length() == copy.size()
                  && uncoded.integrity(all).filter(copy.integrity()::equals).isPresent();
      if (!same) {
        warnings.failure("built " + key, wanted::notAsBuilt);
      }
      return same;
    }

    private boolean isSeen(HeldAsset held) throws IOException {
      return strategy.versionOf(held).equals(versioned.seen().version())
          && (strategy.identifiesContent() || held.stampNow().equals(versioned.seen().stamp()));
    }

    private Optional<Representations> held(byte[] bytes, boolean rewritten) throws IOException {
      byte[] sent = bytes;
      if (rewritten) {
        String name = versioned.seen().path().path().value();
        ReferenceFormat format = ReferenceFormat.of(name).orElseThrow();
        CoverCheck check = new CoverCheck(versioned.cover(), strategy);
        sent = format.read(bytes).rewrite(value -> rewriter.rewrite(versioned, value, look, check));
        if (!check.holds()) {
          Cover doubted = versioned.cover().doubted(settings.freshness().longAgo(look.now()));
          look.memory().remember(look.address().contextPath(), doubted);
          return Optional.empty();
        }
      }
      return Optional.of(all(new HeldBytes(sent), EntityTags.of(sent), isUtf8(sent)));
    }

    private Optional<Representations> large(Asset asset, long size) throws IOException {
      Sighting.Seen seen = versioned.seen();
      boolean utf8 = false;
      long length = size;
      // The stamp may be of what the asset is made from, such as a compressed file.
      if (type().isText() || size <= ReadOnce.SMALL || asset.size() != size) {
        TextCheck text = new TextCheck();
        if (!Reading.copy(asset, seen, strategy, text)) {
          return Optional.empty();
        }
        utf8 = type().isText() && text.isUtf8();
        length = text.length();
      }
      // Found anew, to be read later: a listed asset may be read only while the list is open.
      Optional<Asset> kept = seen.path().find(look.facts());
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      Bytes bytes =
          seen.steadiness() == Steadiness.SETTLED
              ? new FiledBytes(kept.get(), seen.stamp(), length)
              : new WatchedBytes(kept.get(), seen, strategy, length);
      return Optional.of(all(bytes, etag(), utf8));
    }

    /** The tag of a large file, whose bytes may not be in memory. */
    private String etag() {
      Sighting.Seen seen = versioned.seen();
      return strategy.identifiesContent()
          ? "\"" + seen.version() + "\""
          : EntityTags.of(seen.stamp() + "\n" + seen.version());
    }

    private Representations all(Bytes bytes, String etag, boolean utf8) {
      MediaType type = type();
      Representation.Traits traits =
          new Representation.Traits(
              utf8 ? type.name() + ";charset=utf-8" : type.name(),
              HttpDate.of(
                  versioned.seen().stamp().modified(), settings.freshness().clock().instant()),
              wanted.form() == Wanted.Form.PLAIN ? "no-cache" : FOR_EVER,
              !settings.address().host().isEmpty(),
              !type.packed() && bytes.length() > 0);
      Representation identity = new Representation(Coding.IDENTITY, bytes, etag, traits);
      return new Representations(key, versioned.seen(), identity, wanted.codings());
    }

    private boolean isUtf8(byte[] bytes) {
      return type().isText() && TextCheck.isUtf8(bytes);
    }

    private MediaType type() {
      return MediaType.ofName(versioned.seen().path().path().value());
    }
  }
}
