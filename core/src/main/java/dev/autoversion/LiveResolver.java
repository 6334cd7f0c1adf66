package dev.autoversion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at the assets themselves, and remembers what it saw for as long as that is fresh. */
final class LiveResolver implements Resolver {
  private final Settings settings;
  private final Mounts mounts;
  private final Freshness freshness;
  private final Counters counters = new Counters();
  private final Warnings warnings;
  private final Search search;
  private final Deliveries deliveries;
  private final Inventory inventory;
  private final long maximumAge;
  private volatile Memory memory;

  LiveResolver(Settings settings) {
    this.settings = settings;
    this.mounts = settings.mounts();
    this.freshness = settings.freshness();
    this.warnings = new Warnings(settings.maximumSize(), freshness.ticker());
    this.search =
        new Search(settings, new AssetLookup(settings.strategy(), freshness, warnings, counters));
    this.deliveries = new Deliveries(settings, search);
    this.inventory = new Inventory(settings, warnings);
    this.maximumAge = freshness.nanos();
    this.memory = Memory.empty(settings.maximumSize());
  }

  @Override
  public String url(String reference) {
    Memory now = memory;
    Answer known = now.cache().recent(reference);
    return known != null && isFresh(known) ? hit(known) : otherUrl(reference, now);
  }

  @Override
  public Optional<Version> version(String reference) {
    return mounts
        .locate(reference)
        .map(at -> search.find(at, freshness.now(), memory).finding().sighting())
        .flatMap(
            sighting ->
                sighting instanceof Sighting.Seen seen
                    ? Optional.of(seen.version())
                    : Optional.empty());
  }

  @Override
  public Explanation explain(String reference) {
    Optional<MountedUrl> located = mounts.locate(reference);
    if (located.isEmpty()) {
      return Explanation.unchanged(reference, mounts.whyNot(reference), Map.of());
    }
    MountedUrl at = located.get();
    Resolution covered = search.find(at, freshness.now(), memory);
    Map<String, String> facts = facts(at, covered);
    Optional<String> reason = reasonToKeep(at, covered.finding());
    return reason.isPresent()
        ? Explanation.unchanged(reference, reason.get(), facts)
        : Explanation.versioned(reference, versioned(covered.finding()), facts);
  }

  @Override
  public boolean isMounted(String reference) {
    return mounts.cover(reference);
  }

  @Override
  public Optional<Delivery> delivery(String url) {
    return mounts.locate(url).flatMap(at -> deliveries.prepare(at, memory));
  }

  @Override
  public WarmUp warmUp() {
    return inventory.references().parallelStream()
        .map(this::warmUp)
        .reduce(WarmUp.NOTHING, WarmUp::plus);
  }

  @Override
  public void invalidate() {
    memory = Memory.empty(settings.maximumSize());
    warnings.forgetAll();
  }

  @Override
  public CacheStats stats() {
    return counters.stats(memory.cache().size());
  }

  private String otherUrl(String reference, Memory now) {
    if (!mounts.cover(reference)) {
      return reference;
    }
    Answer known = now.cache().find(reference);
    return known != null && isFresh(known) ? hit(known) : missed(reference, now);
  }

  private boolean isFresh(Answer answer) {
    boolean lasts = freshness.never() && answer.kind != Answer.Kind.FAILED;
    return lasts || freshness.now() - answer.checkedAt < maximumAge;
  }

  private String hit(Answer answer) {
    counters.hit();
    return answer.url();
  }

  private String missed(String reference, Memory now) {
    counters.miss();
    MountedUrl at = mounts.locate(reference).orElseThrow();
    Answer answer = answer(reference, search.find(at, freshness.now(), now));
    now.cache().remember(answer);
    return answer.url();
  }

  private WarmUp warmUp(String reference) {
    Memory now = memory;
    try {
      MountedUrl at = mounts.locate(reference).orElseThrow();
      Resolution covered = search.find(at, freshness.now(), now);
      Finding finding = covered.finding();
      if (finding.sighting() instanceof Sighting.Absent || finding.isStaleName()) {
        return WarmUp.NOTHING; // It has vanished since it was listed, and nobody asked for it.
      }
      now.cache().remember(answer(reference, covered));
      boolean versioned = finding.sighting() instanceof Sighting.Seen;
      return versioned ? new WarmUp(1, finding.size()) : WarmUp.NOTHING;
    } catch (RuntimeException e) { // From a placement of the user's own.
      String message = Printable.quote(reference) + " can't be warmed up: " + e;
      warnings.once("warm up " + reference, () -> message, e);
      return WarmUp.NOTHING;
    }
  }

  private Answer answer(String reference, Resolution covered) {
    Finding finding = covered.finding();
    Sighting sighting = finding.sighting();
    if (sighting instanceof Sighting.Unversioned) {
      return Answer.left(reference, Answer.Kind.FAILED, sighting.checkedAt());
    }
    if (!(sighting instanceof Sighting.Seen seen) || finding.isStaleName()) {
      return missing(reference, finding.at(), sighting.checkedAt());
    }
    for (Reach.Miss miss : covered.misses()) {
      if (settings.onMissing() == OnMissing.FAIL) {
        return Answer.failing(reference, MissingAsset.describe(miss), sighting.checkedAt());
      }
      warnOf(miss);
    }
    String result = versioned(finding);
    Answer.Kind kind = seen.lasting() ? Answer.Kind.VERSIONED : Answer.Kind.FLEETING;
    return Answer.versioned(
        reference,
        result.equals(reference) ? reference : result,
        covered.failed() ? Answer.Kind.FAILED : kind,
        seen.checkedAt());
  }

  private String versioned(Finding finding) {
    String host = finding.at().absolute() ? "" : mounts.host();
    return host + finding.versionedUrl(settings.placement());
  }

  private Answer missing(String reference, MountedUrl at, long checkedAt) {
    return switch (settings.onMissing()) {
      case KEEP -> Answer.left(reference, Answer.Kind.LEFT, checkedAt);
      case WARN -> {
        String path = at.head() + UrlParts.of(at.url()).path();
        warnings.once("missing " + path, () -> MissingAsset.describe(path, at));
        yield Answer.left(reference, Answer.Kind.LEFT, checkedAt);
      }
      case FAIL -> Answer.failing(reference, MissingAsset.describe(reference, at), checkedAt);
    };
  }

  private void warnOf(Reach.Miss miss) {
    if (settings.onMissing() == OnMissing.WARN) {
      String subject = "missing " + miss.found().value() + " in " + miss.stylesheet();
      warnings.once(subject, () -> MissingAsset.describe(miss));
    }
  }

  private Map<String, String> facts(MountedUrl at, Resolution covered) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(Explanation.MOUNT, at.mount().prefix() + "/");
    covered.finding().path().ifPresent(p -> facts.put(Explanation.LOGICAL_PATH, p.value()));
    facts.put(Explanation.SOURCE, at.mount().source().toString());
    facts.put(Explanation.STRATEGY, settings.strategy().toString());
    if (covered.finding().sighting() instanceof Sighting.Seen seen) {
      facts.put(Explanation.VERSION, seen.version().value());
    }
    if (!covered.covers().isEmpty()) {
      facts.put(Explanation.COVERS, String.join(", ", covered.covers()));
    }
    facts.put(Explanation.PLACEMENT, settings.placement().toString());
    return facts;
  }

  private static Optional<String> reasonToKeep(MountedUrl at, Finding finding) {
    if (finding.sighting() instanceof Sighting.Unversioned unversioned) {
      return Optional.of(unversioned.reason());
    }
    boolean missing = finding.sighting() instanceof Sighting.Absent;
    return missing || finding.isStaleName()
        ? Optional.of(MissingAsset.describe(at.head() + at.url(), at))
        : Optional.empty();
  }
}
