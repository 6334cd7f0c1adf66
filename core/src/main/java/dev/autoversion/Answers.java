package dev.autoversion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers for one site: resolves references, puts versions into them, and remembers what they
 * became for as long as that is fresh. What does not depend on how a reference is resolved is here:
 * memory, age, host, and what is said where an asset is missing.
 */
final class Answers {
  private static final String NO_CONTEXT = "";

  private final Settings settings;
  private final Mounts mounts;
  private final SiteAddress address;
  private final Placement placement;
  private final Freshness freshness;
  private final Counters counters = new Counters();
  private final Warnings warnings;
  private final AssetLookup lookup;
  private final References references;
  private final Map<String, Resolver> resolvers;
  private final Inventory inventory;
  private final long maximumAge;
  private volatile VersionCache memory;
  private volatile SiteAddress recentAddress;

  Answers(Settings settings) {
    this.settings = settings;
    this.mounts = settings.mounts();
    this.address = settings.address();
    this.placement = settings.placement();
    this.freshness = settings.freshness();
    this.warnings = new Warnings(settings.maximumSize(), freshness.ticker());
    this.lookup = new AssetLookup(settings.strategy(), freshness, warnings, counters);
    AssetFinder finder = new AssetFinder(placement, settings.strategy());
    this.references = new References(mounts, finder, freshness);
    Resolver live = new LiveResolver(finder, references);
    this.resolvers =
        mounts.longestFirst().stream().collect(Collectors.toMap(Mount::prefix, mount -> live));
    this.inventory = new Inventory(settings, warnings);
    this.maximumAge = freshness.nanos();
    this.memory = emptyMemory();
    this.recentAddress = address;
  }

  String url(String reference) {
    return answer(reference, NO_CONTEXT);
  }

  /** The same in a request, whose context path counts where the builder was told none. */
  String url(String reference, String requested) {
    return answer(reference, address.isKnown() ? NO_CONTEXT : requested);
  }

  Optional<Version> version(String reference) {
    return mounts
        .locate(reference, address)
        .map(at -> resolve(at, look(NO_CONTEXT)))
        .flatMap(
            resolution ->
                resolution instanceof Resolution.Versioned versioned
                    ? Optional.of(versioned.version())
                    : Optional.empty());
  }

  Explanation explain(String reference) {
    Explanation.Facts facts = new Explanation.Facts(reference);
    Optional<MountedUrl> located = mounts.locate(reference, address);
    if (located.isEmpty()) {
      return facts.unchanged(mounts.whyNot(reference, address));
    }
    MountedUrl at = located.get();
    facts.under(at, settings);
    Look look = look(NO_CONTEXT);
    Resolution resolution = resolve(at, look);
    if (!(resolution instanceof Resolution.Versioned versioned)) {
      return facts.unchanged(resolution.whyUnchanged());
    }
    Sighting.Seen seen = versioned.seen();
    facts.of(
        seen.path().path(),
        versioned.version(),
        versioned.cover().reachesOthers() ? references.covered(seen, look) : List.of());
    return versioned.isStaleName()
        ? facts.unchanged(versioned.whyUnchanged())
        : facts.versioned(placed(versioned));
  }

  boolean isMounted(String reference) {
    return mounts.cover(reference, address);
  }

  VersionCache memory() {
    return memory;
  }

  /** A look in a request; at what this moment remembers. */
  Look look(String contextPath) {
    return look(memory, contextPath);
  }

  /** What stands behind a reference; which resolver tells is decided by the mount. */
  Resolution resolve(MountedUrl at, Look look) {
    String prefix = at.mount().prefix();
    return Objects.requireNonNull(resolvers.get(prefix), prefix).resolve(at, look);
  }

  References references() {
    return references;
  }

  /** Looks up all that is listed, and does more with each asset that has a version. */
  WarmUp warmUp(Warming warming) {
    return inventory.visit((reference, path, asset) -> warmUp(reference, path, asset, warming));
  }

  Inventory inventory() {
    return inventory;
  }

  /** How each asset is read, and what else is done with it. */
  interface Warming {
    Asset once(Asset asset);

    void warm(Resolution.Versioned versioned, Look look, String url);
  }

  void invalidate() {
    memory = emptyMemory();
    warnings.forgetAll();
  }

  CacheStats stats() {
    return counters.stats(memory.size());
  }

  private VersionCache emptyMemory() {
    return new VersionCache(settings.maximumSize(), settings.maximumBytes(), freshness.ticker());
  }

  Look look(VersionCache memory, String contextPath) {
    return new Look(lookup, memory, address(contextPath), freshness.now());
  }

  /** Nearly all requests have the same context path, which ordinary links need as well. */
  private SiteAddress address(String contextPath) {
    SiteAddress recent = recentAddress;
    if (contextPath.isEmpty() || recent.contextPath().equals(contextPath)) {
      return contextPath.isEmpty() ? address : recent;
    }
    SiteAddress requested = address.in(contextPath);
    recentAddress = requested;
    return requested;
  }

  private String answer(String reference, String contextPath) {
    VersionCache now = memory;
    Answer known = now.recent(reference, contextPath);
    return known != null && isFresh(known) ? hit(known) : otherUrl(reference, contextPath, now);
  }

  private String otherUrl(String reference, String contextPath, VersionCache now) {
    if (!mounts.cover(reference, address(contextPath))) {
      return reference;
    }
    Answer known = now.find(reference, contextPath);
    return known != null && isFresh(known) ? hit(known) : missed(reference, contextPath, now);
  }

  private boolean isFresh(Answer answer) {
    boolean lasts = freshness.never() && answer.kind != Answer.Kind.PASSING;
    return lasts || freshness.now() - answer.checkedAt < maximumAge;
  }

  private String hit(Answer answer) {
    counters.hit();
    return answer.url();
  }

  private String missed(String reference, String contextPath, VersionCache now) {
    counters.miss();
    Look look = look(now, contextPath);
    MountedUrl at = mounts.locate(reference, look.address()).orElseThrow();
    Answer answer = answer(new Answer.Question(reference, contextPath), resolve(at, look));
    now.remember(answer);
    return answer.url();
  }

  /** Looks up an asset that was listed; nobody asked for it, so nobody is told if it is gone. */
  private WarmUp warmUp(String reference, SitePath path, Asset listed, Warming warming) {
    VersionCache now = memory;
    Asset asset = warming.once(listed);
    Look look = new Look(lookup.holding(path, asset), now, address, freshness.now());
    MountedUrl at = mounts.locate(reference, address).orElseThrow();
    Resolution resolution = resolve(at, look);
    if (resolution instanceof Resolution.Unversioned) {
      now.remember(answer(new Answer.Question(reference, NO_CONTEXT), resolution));
      return WarmUp.NOTHING;
    }
    if (!(resolution instanceof Resolution.Versioned versioned) || versioned.isStaleName()) {
      return WarmUp.NOTHING;
    }
    now.remember(answer(new Answer.Question(reference, NO_CONTEXT), resolution));
    warming.warm(versioned, look, versioned.url(settings.placement()));
    return new WarmUp(1, Inventory.size(versioned.seen().stamp(), asset));
  }

  private Answer answer(Answer.Question question, Resolution resolution) {
    if (resolution instanceof Resolution.Versioned versioned && !versioned.isStaleName()) {
      return answer(question, versioned);
    }
    if (resolution instanceof Resolution.Unversioned) {
      return Answer.left(question, Answer.Kind.PASSING, resolution.checkedAt());
    }
    if (resolution instanceof Resolution.Left) {
      return Answer.left(question, Answer.Kind.LEFT, resolution.checkedAt());
    }
    return missing(question, resolution);
  }

  private Answer answer(Answer.Question question, Resolution.Versioned versioned) {
    Cover cover = versioned.cover();
    for (MissingReference missing : cover.missing()) {
      if (settings.onMissing() == OnMissing.FAIL) {
        return Answer.failing(question, missing.describe(), cover.checkedAt());
      }
      if (settings.onMissing() == OnMissing.WARN) {
        warnings.miss(missing.subject(), missing::describeOnce);
      }
    }
    Answer.Kind kind =
        cover.steadiness() == Steadiness.MOVING
            ? Answer.Kind.FLEETING
            : freshness.never() && !cover.isSettled() || cover.failed()
                ? Answer.Kind.PASSING
                : Answer.Kind.VERSIONED;
    return Answer.versioned(question, placed(versioned), kind, cover.checkedAt());
  }

  private Answer missing(Answer.Question question, Resolution resolution) {
    MissingReference missing = MissingReference.inPage(resolution.at());
    return switch (settings.onMissing()) {
      case KEEP -> Answer.left(question, Answer.Kind.LEFT, resolution.checkedAt());
      case WARN -> {
        boolean stale = resolution instanceof Resolution.Versioned;
        warnings.miss(
            missing.subject(), () -> stale ? resolution.whyUnchanged() : missing.describeOnce());
        yield Answer.left(question, Answer.Kind.LEFT, resolution.checkedAt());
      }
      case FAIL -> Answer.failing(question, resolution.whyUnchanged(), resolution.checkedAt());
    };
  }

  /** The versioned URL, with the host in front unless it is there already or not wanted. */
  private String placed(Resolution.Versioned versioned) {
    String url = versioned.url(placement);
    return address.host().isEmpty() || versioned.at().absolute() || keepsOrigin(versioned)
        ? url
        : address.host() + url;
  }

  private boolean keepsOrigin(Resolution.Versioned versioned) {
    String path = versioned.seen().path().path().value();
    return settings.hostExcept().stream().anyMatch(pattern -> pattern.matches(path));
  }
}
