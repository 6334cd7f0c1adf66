package dev.autoversion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the assets themselves, and remembers what it saw for as long as that is fresh. */
final class LiveResolver implements Resolver {
  private final Settings settings;
  private final Mounts mounts;
  private final Placement placement;
  private final Freshness freshness;
  private final Counters counters = new Counters();
  private final Warnings warnings;
  private final AssetLookup lookup;
  private volatile Memory memory;

  LiveResolver(Settings settings) {
    this.settings = settings;
    this.mounts = settings.mounts();
    this.placement = settings.placement();
    this.freshness = settings.freshness();
    this.warnings = new Warnings(settings.maximumSize(), freshness.ticker());
    this.lookup = new AssetLookup(settings.strategy(), freshness, warnings, counters);
    this.memory = Memory.empty(settings.maximumSize());
  }

  @Override
  public String url(String reference) {
    Memory now = memory;
    Answer known = now.cache().versioned(reference);
    return known != null && isFresh(known) ? hit(known) : otherUrl(reference, now);
  }

  @Override
  public Optional<Version> version(String reference) {
    return mounts
        .locate(reference)
        .map(at -> search(at, freshness.now(), memory).sighting())
        .map(sighting -> sighting instanceof Sighting.Seen seen ? seen.version() : null);
  }

  @Override
  public Explanation explain(String reference) {
    Optional<Located> located = mounts.locate(reference);
    if (located.isEmpty()) {
      return Explanation.unchanged(reference, mounts.whyNot(reference), Map.of());
    }
    Located at = located.get();
    Finding finding = search(at, freshness.now(), memory);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(Explanation.MOUNT, at.mount().prefix() + "/");
    finding.path().ifPresent(path -> facts.put(Explanation.LOGICAL_PATH, path.value()));
    facts.put(Explanation.SOURCE, at.mount().source().toString());
    facts.put(Explanation.STRATEGY, settings.strategy().toString());
    if (finding.sighting() instanceof Sighting.Seen seen) {
      facts.put(Explanation.VERSION, seen.version().value());
    }
    facts.put(Explanation.PLACEMENT, placement.toString());
    Optional<String> reason = reasonToKeep(at, finding);
    return reason.isPresent()
        ? Explanation.unchanged(reference, reason.get(), facts)
        : Explanation.versioned(reference, answer(reference, at, finding).url(), facts);
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
    Answer left = now.cache().left(reference);
    return left != null && isFresh(left) ? hit(left) : missed(reference, now);
  }

  private boolean isFresh(Answer answer) {
    boolean lasts = freshness.never() && answer.kind != Answer.Kind.FAILED;
    return lasts || freshness.now() - answer.checkedAt < freshness.nanos();
  }

  private String hit(Answer answer) {
    counters.hit();
    return answer.url();
  }

  private String missed(String reference, Memory now) {
    counters.miss();
    Located at = mounts.locate(reference).orElseThrow();
    Answer answer = answer(reference, at, search(at, freshness.now(), now));
    now.cache().remember(reference, answer);
    return answer.url();
  }

  /**
   * The asset behind a reference. A literal file wins over reading a version out of a name: {@code
   * my-file.js} is not version {@code file} of {@code my.js}. Only a copy that a build left under
   * the versioned name is not versioned once more.
   */
  private Finding search(Located at, long now, Memory in) {
    Optional<AssetUrl> carried = placement.extract(at.url());
    Finding literal = look(at, at.url(), now, in);
    if (carried.isEmpty()) {
      return literal;
    }
    AssetUrl proposed = carried.get();
    if (at.below(proposed.url()).equals(at.below(at.url()))) {
      return literal.carrying(proposed.version());
    }
    boolean absent = literal.sighting() instanceof Sighting.Absent;
    if (!absent && !literal.carrying(proposed.version()).isCurrent()) {
      return literal;
    }
    Finding named = look(at, proposed.url(), now, in).inName(proposed.version());
    return absent || named.isCurrent() ? named : literal;
  }

  private Finding look(Located at, String url, long now, Memory in) {
    Finding whole = look(at, at.path(url), now, in);
    Optional<LogicalPath> shorter = at.pathWithoutParameters(url);
    return whole.sighting() instanceof Sighting.Absent && shorter.isPresent()
        ? look(at, shorter, now, in)
        : whole;
  }

  private Finding look(Located at, Optional<LogicalPath> path, long now, Memory in) {
    Sighting sighting =
        path.map(valid -> lookup.look(at.mount(), valid, now, in))
            .orElseGet(() -> new Sighting.Absent(now));
    return new Finding(path, sighting, Optional.empty(), false);
  }

  private Answer answer(String reference, Located at, Finding finding) {
    Sighting sighting = finding.sighting();
    if (sighting instanceof Sighting.Unversioned) {
      return Answer.of(reference, Answer.Kind.FAILED, sighting.checkedAt());
    }
    if (!(sighting instanceof Sighting.Seen seen) || finding.isStaleName()) {
      return missing(reference, at, sighting.checkedAt());
    }
    String url = finding.isCurrent() ? at.url() : placement.insert(at.url(), seen.version());
    String host = at.absolute() ? "" : mounts.host();
    String result = host + at.head() + url;
    Answer.Kind kind = seen.lasting() ? Answer.Kind.VERSIONED : Answer.Kind.FLEETING;
    return Answer.of(result.equals(reference) ? reference : result, kind, seen.checkedAt());
  }

  private Answer missing(String reference, Located at, long checkedAt) {
    return switch (settings.onMissing()) {
      case KEEP -> Answer.of(reference, Answer.Kind.LEFT, checkedAt);
      case WARN -> {
        String path = at.head() + UrlParts.of(at.url()).path();
        warnings.once("missing " + path, () -> MissingAsset.describe(path, at));
        yield Answer.of(reference, Answer.Kind.LEFT, checkedAt);
      }
      case FAIL -> Answer.failing(reference, MissingAsset.describe(reference, at), checkedAt);
    };
  }

  private Optional<String> reasonToKeep(Located at, Finding finding) {
    if (finding.sighting() instanceof Sighting.Unversioned unversioned) {
      return Optional.of(unversioned.reason());
    }
    boolean missing = finding.sighting() instanceof Sighting.Absent;
    return missing || finding.isStaleName()
        ? Optional.of(MissingAsset.describe(at.head() + at.url(), at))
        : Optional.empty();
  }

  /**
   * What stands behind a reference.
   *
   * @param carried the version in the reference
   * @param inName whether that version was part of the name, so that no other one can replace it
   */
  private record Finding(
      Optional<LogicalPath> path, Sighting sighting, Optional<Version> carried, boolean inName) {
    Finding carrying(Version version) {
      return new Finding(path, sighting, Optional.of(version), false);
    }

    Finding inName(Version version) {
      return new Finding(path, sighting, Optional.of(version), true);
    }

    boolean isCurrent() {
      @Nullable Version current = sighting instanceof Sighting.Seen seen ? seen.version() : null;
      return carried.isPresent() && carried.get().equals(current);
    }

    boolean isStaleName() {
      return inName && !isCurrent();
    }
  }
}
