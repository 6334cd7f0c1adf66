package dev.autoversion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers for one site: resolves references, and remembers the results while they are fresh. What
 * does not depend on how a reference is resolved is here: memory, age, the address.
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
    this.lookup = new AssetLookup(settings.reader(), freshness, warnings, counters);
    AssetFinder finder = new AssetFinder(settings.placement(), settings.strategy());
    this.builds = perMount(mount -> new Build(mount, freshness, warnings));
    this.references = new References(mounts, finder, this::build, freshness);
    Resolver live = new LiveResolver(finder, references);
    this.resolvers =
        perMount(mount -> build(mount).isEmpty() ? live : new ManifestResolver(build(mount), live));
    this.placing = new Placing(settings, warnings);
    this.modules = new ModuleGraph(settings, this);
    this.entries = new Entries(mounts, this::build, placing.hosting(), warnings);
    this.maximumAge = freshness.nanos();
    this.memory = emptyMemory();
    this.recentAddress = address;
  }

  String url(String reference) {
    return recentUrl(reference, NO_CONTEXT, Placing.NOWHERE);
  }

  /** The URL in a request, whose context path is used if the builder was given none. */
  String url(String reference, String requested, Supplier<String> place) {
    return recentUrl(reference, address.unlessOwn(requested), place);
  }

  Optional<Version> version(String reference) {
    Look look = look(NO_CONTEXT);
    return mounts.locate(reference, address).flatMap(at -> resolve(at, look).version(look));
  }

  Manifest.Entry entry(String reference, String requested, Supplier<String> place) {
    Look look = look(requested);
    Optional<Manifest.Entry> entry = entries.find(reference, look);
    if (entry.isPresent()) {
      return entry.get();
    }
    String url = url(reference, requested, place);
    return entries.ofAsset(reference, url, place, () -> modules.of(List.of(reference), look));
  }

  /** Everything that entries import, and its URLs. */
  SortedMap<String, String> imports(List<String> references, String requested) {
    return modules.of(references, look(requested)).imports();
  }

  Explanation explain(String reference) {
    Look look = look(NO_CONTEXT);
    Explanation.Known known = new Explanation.Known(reference);
    return mounts
        .locate(reference, address)
        .map(at -> explain(known.under(at, settings), resolve(at, look), look))
        .orElseGet(() -> known.unchanged(mounts.whyNot(reference, address)));
  }

  private Explanation explain(Explanation.Known known, Resolution resolution, Look look) {
    if (resolution instanceof Published published) {
      known.published(published, look);
    } else if (resolution instanceof Resolution.Versioned versioned) {
      Sighting.Seen seen = versioned.seen();
      boolean covers = versioned.cover().reachesOthers();
      known
          .of(versioned, covers ? references.covered(seen, look) : List.of())
          .importing(modules.unknownNames(seen, look));
    }
    return placing.explanation(known, resolution);
  }

  boolean isMounted(String reference) {
    return mounts.contain(reference, address);
  }

  VersionCache memory() {
    return memory;
  }

  /** A look in a request, with the current memory. */
  Look look(String contextPath) {
    return look(memory, contextPath);
  }

  Look look(VersionCache memory, String contextPath) {
    return new Look(lookup, memory, address(contextPath), freshness.now());
  }

  /** What stands behind a reference; the mount decides which resolver is asked. */
  Resolution resolve(MountedUrl at, Look look) {
    String prefix = at.mount().prefix();
    return placing.resolution(Objects.requireNonNull(resolvers.get(prefix), prefix), at, look);
  }

  /** Turns a resolution into an answer. */
  Placing placing() {
    return placing;
  }

  References references() {
    return references;
  }

  /** What a mount's builds left behind. */
  Build build(Mount mount) {
    return Objects.requireNonNull(builds.get(mount.prefix()), mount.prefix());
  }

  Entries entries() {
    return entries;
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

  /** The address in a request; kept, since nearly all have the same, even for ordinary links. */
  SiteAddress address(String contextPath) {
    SiteAddress recent = recentAddress;
    if (contextPath.isEmpty() || recent.contextPath().equals(contextPath)) {
      return contextPath.isEmpty() ? address : recent;
    }
    SiteAddress requested = address.in(contextPath);
    recentAddress = requested;
    return requested;
  }

  private VersionCache emptyMemory() {
    return new VersionCache(settings.maximumSize(), settings.maximumBytes(), freshness);
  }

  private String recentUrl(String reference, String contextPath, Supplier<String> place) {
    Answer known = memory.recent(reference, contextPath);
    return known != null && isFresh(known) ? hit(known) : cachedUrl(reference, contextPath, place);
  }

  private String cachedUrl(String reference, String contextPath, Supplier<String> place) {
    if (!mounts.contain(reference, address(contextPath))) {
      return reference;
    }
    Answer known = memory.find(reference, contextPath);
    return known != null && isFresh(known) ? hit(known) : newUrl(reference, contextPath, place);
  }

  private boolean isFresh(Answer answer) {
    boolean lasts = freshness.never() && answer.kind != Answer.Kind.PROVISIONAL;
    return lasts || freshness.now() - answer.checkedAt < maximumAge;
  }

  private String hit(Answer answer) {
    counters.hit();
    return answer.url();
  }

  private String newUrl(String reference, String contextPath, Supplier<String> place) {
    counters.miss();
    Look look = look(contextPath);
    MountedUrl at = mounts.locate(reference, look.address()).orElseThrow();
    Answer.Question question = new Answer.Question(reference, contextPath);
    Answer answer = placing.answerInPage(question, resolve(at, look), place);
    if (at.mount().devServer() == null) { // Otherwise it counts only while it answers.
      look.memory().remember(answer);
    }
    return answer.url();
  }

  private <T> Map<String, T> perMount(Function<Mount, T> made) {
    return mounts.longestFirst().stream().collect(Collectors.toMap(Mount::prefix, made));
  }
}
