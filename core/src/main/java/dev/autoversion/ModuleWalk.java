package dev.autoversion;

import dev.autoversion.reference.ModuleReference;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One walk from entries to everything that they import: first what they wait for, then the rest.
 */
final class ModuleWalk {
  private final ModuleGraph graph;
  private final Answers answers;
  private final Look look;
  private final SortedMap<String, String> imports = new TreeMap<>();
  private final Set<String> eager = new LinkedHashSet<>();
  private final Set<String> lazy = new LinkedHashSet<>();
  private final Set<String> entryUrls = new HashSet<>();
  private final Set<String> eagerReached = new HashSet<>();
  private final Set<String> lazyReached = new HashSet<>();
  private final Deque<Module> eagerUnfollowed = new ArrayDeque<>();
  private final Deque<Module> lazyUnfollowed = new ArrayDeque<>();
  private final Set<Edition> builds = new HashSet<>();
  private final Map<String, String> ofBuilds = new HashMap<>();
  private long checkedAt;
  private boolean settled = true;

  ModuleWalk(ModuleGraph graph, Look look) {
    this.graph = graph;
    this.answers = graph.answers();
    this.look = look;
    this.checkedAt = look.now();
  }

  /**
   * A module that was reached.
   *
   * @param plain its URL without a version, the base of its imports
   * @param url the URL from which the browser loads it
   */
  private record Module(Sighting.Seen seen, String plain, String url) {}

  ModuleMap from(List<String> references) {
    for (String reference : references) {
      enter(reference, graph.named(reference, look).orElse(reference));
    }
    for (Module each = eagerUnfollowed.poll(); each != null; each = eagerUnfollowed.poll()) {
      follow(each, true);
    }
    for (Module each = lazyUnfollowed.poll(); each != null; each = lazyUnfollowed.poll()) {
      if (!eagerReached.contains(each.url())) {
        follow(each, false);
      }
    }
    graph.names().keySet().forEach(this::addName);
    ofBuilds.forEach(imports::putIfAbsent);
    eager.removeAll(entryUrls);
    lazy.removeAll(eager);
    return new ModuleMap(
        Collections.unmodifiableSortedMap(imports),
        List.copyOf(eager),
        List.copyOf(lazy),
        checkedAt,
        settled);
  }

  /** All names are included, since a page's own scripts may import them; a folder's unversioned. */
  private void addName(String name) {
    String reference = graph.named(name, look).orElseThrow();
    Optional<String> url =
        name.endsWith("/") ? Optional.empty() : resolved(reference).flatMap(answers.placing()::url);
    imports.put(name, url.orElse(reference));
  }

  /** What a page's own reference stands for; its build's map is included, too. */
  private Optional<Resolution> resolved(String reference) {
    Optional<MountedUrl> at = graph.locate(reference, look);
    at.ifPresent(this::addBuild);
    return at.map(this::resolve);
  }

  /** Each look that the map is based on counts for its age; failures are looked at again. */
  private Resolution resolve(MountedUrl at) {
    Resolution resolution = answers.resolve(at, look);
    checkedAt = resolution.checkedAt() - checkedAt < 0 ? resolution.checkedAt() : checkedAt;
    settled &= answers.placing().url(resolution).isPresent();
    settled &= at.mount().devServer() == null;
    return resolution;
  }

  /** The modules of a build may use their own names for one another, which the map includes. */
  private void addBuild(MountedUrl at) {
    Entries published = answers.entries();
    published
        .edition(at, look)
        .filter(builds::add)
        .ifPresent(edition -> ofBuilds.putAll(published.imports(edition, at)));
  }

  private void enter(String key, String reference) {
    // Reports it if it is missing.
    answers.url(reference, look.address().contextPath(), Placing.NOWHERE);
    Optional<Resolution> found = resolved(reference);
    Optional<String> url = found.flatMap(answers.placing()::url);
    if (url.isEmpty()) {
      return;
    }
    entryUrls.add(url.get());
    if (!key.equals(url.get())) {
      imports.put(key, url.get());
    }
    found.flatMap(it -> it.asset(look)).ifPresent(asset -> reach(asset, url.get(), true));
  }

  private void follow(Module module, boolean isAwaited) {
    for (ModuleReference reference : graph.imports(module.seen(), look)) {
      follow(module, reference, isAwaited);
    }
  }

  private void follow(Module from, ModuleReference reference, boolean isAwaited) {
    String written = UrlPath.asRead(reference.value());
    String key = key(from, written);
    Optional<Resolution> found = found(from, written, key);
    if (found.isEmpty()) {
      return; // Another site's, or a name that we don't know.
    }
    Resolution resolution = found.get();
    if (resolution instanceof Published) {
      addBuild(resolution.at());
    }
    Optional<String> url = answers.placing().url(resolution);
    if (url.isEmpty()) {
      resolution
          .missing()
          .map(it -> it.in(from.plain(), reference.value(), reference.line()))
          .ifPresent(answers.placing()::reportImport);
      return;
    }
    if (!key.equals(url.get())) {
      imports.put(key, url.get());
    }
    if (reference.type().isEmpty() && reference.kind() != ModuleReference.Kind.RESOLVE) {
      boolean awaits = isAwaited && reference.isEager();
      if (awaits) {
        eager.add(url.get());
      } else if (entryUrls.contains(from.url())) {
        lazy.add(url.get());
      }
      resolution.asset(look).ifPresent(asset -> reach(asset, url.get(), awaits));
    }
  }

  /** Scripts are followed, each once; one that was only lazy before may be eager now. */
  private void reach(Resolution.Versioned asset, String url, boolean awaits) {
    Sighting.Seen seen = asset.seen();
    settled &= seen.steadiness() == Steadiness.SETTLED;
    String path = seen.path().path().value();
    if (MediaType.ofName(path).isScript()) {
      Module module = new Module(seen, look.address().contextPath() + seen.path().url(), url);
      if (awaits && eagerReached.add(url)) {
        eagerUnfollowed.add(module);
      } else if (!awaits && lazyReached.add(url)) {
        lazyUnfollowed.add(module);
      }
    }
  }

  /**
   * What a module imports. Where a build is not served below its mount, its modules import one
   * another from there, and files of the mount are what they ask for only by the mount's URL.
   */
  private Optional<Resolution> found(Module from, String written, String key) {
    boolean elsewhere = !ModuleGraph.isName(written) && graph.locate(from.url(), look).isEmpty();
    if (elsewhere) {
      String meant = ofBuilds.getOrDefault(key, key);
      Optional<Resolution> there = answers.entries().byUrl(meant, look).map(Resolution.class::cast);
      there = there.or(() -> graph.locate(meant, look).map(this::resolve));
      if (there.isPresent()) {
        return there;
      }
    }
    return target(from, written, key)
        .flatMap(it -> graph.locate(it, look))
        .map(this::resolve)
        .filter(each -> !elsewhere || !(each instanceof Resolution.Versioned));
  }

  /** What a specifier means; in a build's map it may be the URL of no file. */
  private Optional<String> target(Module from, String written, String key) {
    Optional<String> built = Optional.ofNullable(ofBuilds.get(key));
    return ModuleGraph.isName(written)
        ? graph.named(written, look).or(() -> built)
        : built.or(() -> Optional.of(UrlPath.resolve(from.plain(), written)));
  }

  /**
   * The key that a browser looks up for a specifier: a name as it is, anything else resolved
   * against the URL from which it loaded the module. That is a whole URL, with its fragment (HTML,
   * "resolve a module specifier"; Chromium 156 agrees).
   */
  private String key(Module from, String written) {
    String origin = SiteAddress.origin(from.url());
    String base = from.url().substring(origin.length());
    return ModuleGraph.isName(written) || look.address().isNamedBy(written)
        ? written
        : origin + UrlPath.resolve(base, written);
  }
}
