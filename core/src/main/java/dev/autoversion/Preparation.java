package dev.autoversion;

import dev.autoversion.reference.ReferenceFormat;
import java.io.IOException;
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
    boolean rewritten = isRewritten(wanted);
    // Only rewritten bytes may contain a context path; a warm-up knows none.
    String key = wanted.key(rewritten ? "at " + look.address().contextPath() : "");
    Representations known = look.memory().representations(key);
    if (known != null && known.areOf(wanted.seen(), strategy)) {
      return Optional.of(known);
    }
    return look.memory().preparations.run(key, new Work(key, wanted, rewritten, look));
  }

  /** An asset whose bytes are needed after its version. */
  Asset readOnce(SitePath path, Asset asset) {
    return new ReadOnce(asset, path.key(), shared);
  }

  private boolean isRewritten(Wanted wanted) {
    return wanted.form() == Wanted.Form.VERSIONED && rewriter.changes(wanted.versioned());
  }

  /** One preparation, shared by all threads that ask at the same time. */
  private final class Work implements SingleFlight.Work<Optional<Representations>> {
    private final String key;
    private final Wanted wanted;
    private final Sighting.Seen seen;
    private final boolean rewritten;
    private final Look look;

    Work(String key, Wanted wanted, boolean rewritten, Look look) {
      this.key = key;
      this.wanted = wanted;
      this.seen = wanted.seen();
      this.rewritten = rewritten;
      this.look = look;
    }

    @Override
    public Optional<Representations> result() {
      Representations known = look.memory().representations(key);
      if (known != null && known.areOf(seen, strategy)) {
        return Optional.of(known);
      }
      try {
        Optional<Asset> asset = look.lookup().find(seen.path(), look);
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
        warnings.unreadable(seen.path(), e);
        return Optional.empty();
      }
    }

    @Override
    public boolean isAcceptable(Optional<Representations> early) {
      return early.isPresent() && early.get().areOf(seen, strategy);
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
      if (rewritten) {
        return HeldAsset.of(asset) instanceof HeldAsset held && isSeen(held)
            ? rewritten(held.bytes())
            : Optional.empty();
      }
      boolean small = seen.stamp().size() <= ReadOnce.SMALL;
      byte[] bytes = small ? ReadOnce.small(asset) : young(asset);
      if (bytes == null) {
        return large(asset);
      }
      if (!isSeen(new HeldAsset(asset, bytes))) {
        return Optional.empty();
      }
      return Optional.of(
          small ? held(bytes) : all(new HeldBytes(bytes, true), etag(), isUtf8(bytes)));
    }

    /** The bytes of a large file in memory, if no stamp guarantees them and there is room. */
    private byte @Nullable [] young(Asset asset) throws IOException {
      if (seen.steadiness() == Steadiness.SETTLED || !strategy.identifiesContent()) {
        return null;
      }
      byte[] read = shared.find(seen.path().key(), seen.stamp());
      return read == null ? shared.read(seen.path().key(), asset, seen.stamp()) : read;
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
      return strategy.versionOf(held).equals(seen.version())
          && (strategy.identifiesContent() || held.stampNow().equals(seen.stamp()));
    }

    private Optional<Representations> rewritten(byte[] bytes) {
      Resolution.Versioned versioned = wanted.versioned();
      ReferenceFormat format = ReferenceFormat.of(seen.path().path().value()).orElseThrow();
      CoverCheck check = new CoverCheck(versioned.cover(), strategy);
      byte[] sent =
          format.read(bytes).rewrite(value -> rewriter.rewrite(versioned, value, look, check));
      if (!check.holds()) {
        Cover doubted = versioned.cover().doubted(settings.freshness().longAgo(look.now()));
        look.memory().remember(look.address().contextPath(), doubted);
        return Optional.empty();
      }
      return Optional.of(held(sent));
    }

    private Representations held(byte[] sent) {
      return all(new HeldBytes(sent), EntityTags.of(sent), isUtf8(sent));
    }

    private Optional<Representations> large(Asset asset) throws IOException {
      long size = seen.stamp().size();
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
      return strategy.identifiesContent()
          ? "\"" + seen.version() + "\""
          : EntityTags.of(seen.stamp() + "\n" + seen.version());
    }

    private Representations all(Bytes bytes, String etag, boolean utf8) {
      MediaType type = type();
      Representation.Traits traits =
          new Representation.Traits(
              utf8 ? type.name() + ";charset=utf-8" : type.name(),
              HttpDate.of(seen.stamp().modified(), settings.freshness().clock().instant()),
              wanted.form() == Wanted.Form.PLAIN ? "no-cache" : FOR_EVER,
              !settings.address().host().isEmpty(),
              !type.packed() && bytes.length() > 0);
      Representation identity = new Representation(Coding.IDENTITY, bytes, etag, traits);
      return new Representations(key, seen, identity, wanted.codings());
    }

    private boolean isUtf8(byte[] bytes) {
      return type().isText() && TextCheck.isUtf8(bytes);
    }

    private MediaType type() {
      return MediaType.ofName(seen.path().path().value());
    }
  }
}
