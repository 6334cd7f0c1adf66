package dev.autoversion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers for one site: resolves references, and remembers what they became for as long as that is
 * fresh. What does not depend on how a reference is resolved is here: memory, age, the address.
 */
final class Answers {
  private static final String NO_CONTEXT = "";

  private final Settings settings;
  private final Mounts mounts;
  private final SiteAddress address;
  private final Freshness freshness;
  private final Counters counters = new Counters();
  private final Warnings warnings;
  private final AssetLookup lookup;
  private final References references;
  private final Map<String, Build> builds;
  private final Map<String, Resolver> resolvers;
  private final Entries entries;
  private final Placing placing;
  private final ModuleGraph modules;
  private final long maximumAge;
  private volatile VersionCache memory;
  private volatile SiteAddress recentAddress;

  Answers(Settings settings) {
    this.settings = settings;
    this.mounts = settings.mounts();
    this.address = settings.address();
    this.freshness = settings.freshness();
    this.warnings = new Warnings(settings.maximumSize(), freshness.ticker());
    this.lookup = new AssetLookup(settings, warnings, counters);
    AssetFinder finder = new AssetFinder(settings.placement(), settings.strategy());
    this.builds = each(mount -> Build.of(mount, freshness, warnings));
    this.references = new References(mounts, finder, builds, freshness);
    Resolver live = new LiveResolver(finder, references);
    this.resolvers =
        each(mount -> build(mount).isEmpty() ? live : new ManifestResolver(build(mount), live));
    this.placing = new Placing(settings, warnings);
    this.modules = new ModuleGraph(settings, this);
    this.entries = new Entries(mounts, builds, placing.hosting());
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
    Look look = look(NO_CONTEXT);
    return mounts
        .locate(reference, address)
        .flatMap(at -> resolve(at, look).asset(look))
        .map(Resolution.Versioned::version);
  }

  Manifest.Entry entry(String reference, String requested) {
    Look look = look(address.isKnown() ? NO_CONTEXT : requested);
    return entries
        .find(reference, look)
        .orElseGet(() -> Entries.of(url(reference, requested), () -> imports(reference, look)));
  }

  /** All that entries import, and where that is. */
  SortedMap<String, String> imports(List<String> references, String requested) {
    return modules.of(references, look(address.isKnown() ? NO_CONTEXT : requested)).imports();
  }

  /** The build that published what stands at a place; empty while its server answers for it. */
  Optional<Edition> edition(MountedUrl at, Look look) {
    Build build = build(at.mount());
    return build.isEmpty() || build.devBase().isPresent()
        ? Optional.empty()
        : build.find(at, look.now()).map(Edition.Match::edition);
  }

  /** How the modules of a build name one another. */
  Map<String, String> imports(Edition edition, MountedUrl at) {
    return entries.imports(edition, at);
  }

  private ModuleMap imports(String reference, Look look) {
    return modules.of(List.of(reference), look);
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
    if (resolution instanceof Published published) {
      facts.published(published.file().text());
      return published.itself()
          ? facts.unchanged(resolution.whyUnchanged())
          : facts.versioned(placing.url(published));
    }
    if (!(resolution instanceof Resolution.Versioned versioned)) {
      return facts.unchanged(resolution.whyUnchanged());
    }
    Sighting.Seen seen = versioned.seen();
    facts.of(
        seen.path().path(),
        versioned.version(),
        versioned.cover().reachesOthers() ? references.covered(seen, look) : List.of());
    if (MediaType.ofPath(seen.path().path().value()).name().equals("text/javascript")) {
      facts.importing(modules.unknownNames(seen, look));
    }
    return versioned.isStaleName()
        ? facts.unchanged(versioned.whyUnchanged())
        : facts.versioned(placing.url(versioned));
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

  /** The URL that a page is given for what a reference resolved to; empty where it stays as is. */
  Optional<String> placed(Resolution resolution) {
    return placing.url(resolution);
  }

  /** Does what the site wants where a script imports what is missing. */
  void missing(MissingReference missing) {
    placing.missing(missing);
  }

  References references() {
    return references;
  }

  /** What builds left behind for a mount. */
  Build build(Mount mount) {
    return Objects.requireNonNull(builds.get(mount.prefix()), mount.prefix());
  }

  /** The file of a build that has this URL, wherever that lies. */
  Optional<Published> published(String url, Look look) {
    int path = look.address().startOfPath(url);
    String own = path < 0 ? url : url.substring(path);
    for (Mount mount : mounts.longestFirst()) {
      Optional<Edition.Match> match = build(mount).byUrl(own, look.now());
      if (match.isPresent()) {
        String folder = look.address().contextPath() + mount.prefix() + "/";
        return mounts
            .locate(folder, look.address())
            .map(at -> Published.of(at, match.get(), look.now()));
      }
    }
    return Optional.empty();
  }

  /** A look for one who has an asset in hand already. */
  Look lookHolding(SitePath path, Asset asset) {
    return new Look(lookup.holding(path, asset), memory, address, freshness.now());
  }

  /** Remembers what a reference became, which nobody asked for. */
  void remember(String reference, Resolution resolution, Look look) {
    look.memory().remember(placing.answer(new Answer.Question(reference, NO_CONTEXT), resolution));
  }

  Warnings warnings() {
    return warnings;
  }

  void invalidate() {
    builds.values().forEach(Build::doubt);
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
    Answer answer = placing.answer(new Answer.Question(reference, contextPath), resolve(at, look));
    now.remember(answer);
    return answer.url();
  }

  private <T> Map<String, T> each(Function<Mount, T> made) {
    return mounts.longestFirst().stream().collect(Collectors.toMap(Mount::prefix, made));
  }
}
