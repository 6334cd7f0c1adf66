package dev.autoversion;

import dev.autoversion.reference.ReferenceFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts versions into the URLs of static assets, so that browsers may cache them for ever and never
 * show a stale one: {@code /static/js/script.js} gives {@code /static/js/script.js?v=9f3c2ab1d04e}.
 * Make one for each site and share it: it is immutable, thread-safe, and has nothing to close.
 *
 * <pre>{@code
 * Autoversion autoversion = Autoversion.builder().directory("/static", Path.of("static")).build();
 * }</pre>
 *
 * <p>The idea comes from a 2014 blog post about a Jinja2 filter for Flask.
 */
public final class Autoversion {
  // In a deferred instance this is null until it is first used. It is not volatile, to keep hits
  // fast: a thread that sees null asks the reference below, and a record's final fields are seen
  // complete by any thread that sees the record (JLS 17.5).
  private @Nullable Site ready;
  private final AtomicReference<@Nullable Site> site;
  private final Supplier<Autoversion> later;

  private Autoversion(Site site) {
    this.ready = site;
    this.site = new AtomicReference<>(site);
    this.later = () -> this;
  }

  private Autoversion(Supplier<Autoversion> later) {
    this.site = new AtomicReference<>();
    this.later = later;
  }

  /** What was built. */
  private record Site(
      Answers answers, Responder responder, Codecs codecs, Builder.Description described) {}

  /** {@return a builder; it needs at least one mount} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * An instance that is built on first use: {@code deferred(() -> builder.build())}. Choose it
   * where the mounts are known only then, as in a framework that is still starting.
   *
   * @param later makes the real one; if several threads need it at the same moment, each may call
   *     this, and all use the first result. No lock is held meanwhile
   * @return an instance that answers as the real one does
   */
  public static Autoversion deferred(Supplier<Autoversion> later) {
    return new Autoversion(Objects.requireNonNull(later, "later"));
  }

  /**
   * An instance that mounts nothing: every reference comes back unchanged, and no request is
   * answered. Choose it where there are no assets, or none should be versioned.
   *
   * @return an instance without mounts
   */
  public static Autoversion none() {
    return new Builder().built();
  }

  /**
   * The versioned URL of a reference: {@code /static/a.css#top} gives {@code
   * /static/a.css?v=9f3c2ab1d04e#top}. Everything else comes back unchanged, character by
   * character: foreign and relative references, missing assets, malformed and hostile text.
   *
   * @param reference the text that names an asset, not HTML-escaped
   * @return the versioned URL, or the reference
   * @throws MissingAssetException if the asset is missing and {@link OnMissing#FAIL} was chosen
   */
  public String url(String reference) {
    return answers().url(Objects.requireNonNull(reference, "reference"));
  }

  /**
   * The versioned URL of a reference that begins with a context path known only to the request:
   * {@code ("/shop/static/a.css", "/shop")} gives {@code /shop/static/a.css?v=9f3c2ab1d04e}. Choose
   * it in an adapter to a web framework. If the builder was given a context path, that one is used
   * instead.
   *
   * @param reference the text that names an asset, including the context path; a reference without
   *     it belongs to another application
   * @param contextPath "" or a path like {@code /shop}
   * @return the versioned URL, or the reference
   * @throws MissingAssetException if the asset is missing and {@link OnMissing#FAIL} was chosen
   */
  public String url(String reference, String contextPath) {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(contextPath, "contextPath");
    return answers().url(reference, contextPath, Placing.NOWHERE);
  }

  /**
   * The versioned URL of a reference, as {@link #url(String, String)} gives it, where the place in
   * a template is known, {@code cart.html:12}: a warning of {@link OnMissing#WARN} names it. Choose
   * it in an adapter to a template engine.
   *
   * @param reference the text that names an asset, including the context path; a reference without
   *     it belongs to another application
   * @param contextPath "" or a path like {@code /shop}
   * @param place gives the place, or ""; asked only if there is something to warn about
   * @return the versioned URL, or the reference
   * @throws MissingAssetException if the asset is missing and {@link OnMissing#FAIL} was chosen
   */
  public String url(String reference, String contextPath, Supplier<String> place) {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(contextPath, "contextPath");
    return answers().url(reference, contextPath, Objects.requireNonNull(place, "place"));
  }

  /**
   * The current version of the asset behind a reference, whatever version the reference itself
   * carries: {@code /static/a.css} and {@code /static/a.css?v=old} give {@code 9f3c2ab1d04e}.
   *
   * @param reference the text that names an asset
   * @return the version, or empty if there is no asset or it has no version
   */
  public Optional<Version> version(String reference) {
    return answers().version(Objects.requireNonNull(reference, "reference"));
  }

  /**
   * Explains the result of {@link #url} for a reference. Choose it when a URL is not what you
   * expect.
   *
   * @param reference the text that names an asset
   * @return mount, logical path, source, strategy, version and placement, or why the reference
   *     stays as it is
   */
  public Explanation explain(String reference) {
    return answers().explain(Objects.requireNonNull(reference, "reference"));
  }

  /**
   * Whether a reference lies under a mount, whether or not there is an asset; decided by its text
   * alone.
   *
   * @param reference the text that may name an asset
   * @return whether it begins with a mount's prefix
   */
  public boolean isMounted(String reference) {
    return answers().isMounted(Objects.requireNonNull(reference, "reference"));
  }

  /**
   * Answers a request for a versioned URL with the very bytes that were hashed: {@code GET
   * /static/a.css?v=9f3c2ab1d04e} gives 200 and {@code immutable}. For adapters to servers;
   * templates need {@link #url}.
   *
   * @param request the request
   * @return the answer; empty if the request is not ours and the server should answer it: {@link
   *     #storing} tells what caches may do with that answer
   */
  public Optional<AssetResponse> respond(AssetRequest request) {
    return responder().respond(Objects.requireNonNull(request, "request"));
  }

  /**
   * Whether {@link #respond} would have to look up what is behind a request; decided by the
   * request's text alone. Choose it where the calling thread must not block: if it is false, {@code
   * respond} has no answer, and {@link #storing} looks nothing up either.
   *
   * @param request the request
   * @return whether its URL has the form of those that are answered
   */
  public boolean mayRespond(AssetRequest request) {
    return responder().mayRespond(Objects.requireNonNull(request, "request"));
  }

  /**
   * What caches may do with the server's own answer to a request that is not ours. {@code
   * /static/a.css?v=000000000000}, which carries an old version, gives {@link Storing#NEVER}.
   *
   * @param request a request that {@link #respond} left to the server
   * @return what the answer's headers may allow
   */
  public Storing storing(AssetRequest request) {
    return responder().storing(Objects.requireNonNull(request, "request"));
  }

  /**
   * The value of the HTML attribute {@code integrity} for an asset, {@code
   * sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC}: the hash of the bytes
   * that its versioned URL is answered with, before any content coding. For a stylesheet, these are
   * the bytes with versions in its references. A file may change between this call and the one for
   * its URL, so give this one the versioned URL.
   *
   * @param reference the text that names an asset
   * @return the value, or empty if there is no asset, the reference carries an earlier version of
   *     it, or its bytes can't be read now
   */
  public Optional<String> integrity(String reference) {
    return responder().integrity(Objects.requireNonNull(reference, "reference"), "");
  }

  /**
   * The value of {@code integrity} for a reference that begins with a context path known only to
   * the request. A stylesheet's bytes may depend on it, since the references in it do.
   *
   * @param reference the text that names an asset, including the context path; a reference without
   *     it belongs to another application
   * @param contextPath "" or a path like {@code /shop}
   * @return the value, or empty if there is no asset, the reference carries an earlier version of
   *     it, or its bytes can't be read now
   */
  public Optional<String> integrity(String reference, String contextPath) {
    Objects.requireNonNull(reference, "reference");
    return responder().integrity(reference, Objects.requireNonNull(contextPath, "contextPath"));
  }

  /**
   * The value of {@code integrity} for a URL as it stands in a tag: {@code
   * /static/a.js?v=9f3c2ab1d04e} has a value while that is the current version, and {@code
   * /static/a.js} has none. Choose it in an adapter that adds the attribute to a tag. Nothing is
   * reported or thrown where the version is no longer current.
   *
   * @param url the URL in the tag, including the context path
   * @param contextPath "" or a path like {@code /shop}
   * @return the value, or empty if the URL is not the one that {@link #url} gives now, or its bytes
   *     can't be read now
   */
  public Optional<String> integrityAt(String url, String contextPath) {
    Objects.requireNonNull(url, "url");
    return responder().integrityAt(url, Objects.requireNonNull(contextPath, "contextPath"));
  }

  /**
   * Everything that a page loads for an entry of a {@link Manifest}, or for a single asset: URLs in
   * loading order. Templates use {@code dev.autoversion.page.Page}, which makes tags of them.
   *
   * @param reference the text that names an entry: {@code /build/src/main.js}
   * @param contextPath "" or a path like {@code /shop} that only the request knows
   * @return its URLs, each as {@link #url} would give it; the reference alone if there is no such
   *     entry, or nothing if that is an HTML page, {@code /build/about.html}
   * @throws MissingAssetException if the entry is missing and {@link OnMissing#FAIL} was chosen
   */
  public Manifest.Entry entry(String reference, String contextPath) {
    return entry(reference, contextPath, Placing.NOWHERE);
  }

  /**
   * Everything that a page loads for an entry, where the place in a template is known: a warning of
   * {@link OnMissing#WARN} names it.
   *
   * @param reference the text that names an entry: {@code /build/src/main.js}
   * @param contextPath "" or a path like {@code /shop} that only the request knows
   * @param place gives the place, or ""; asked only if there is something to warn about
   * @return its URLs, each as {@link #url} would give it; the reference alone if there is no such
   *     entry, or nothing if that is an HTML page, {@code /build/about.html}
   * @throws MissingAssetException if the entry is missing and {@link OnMissing#FAIL} was chosen
   */
  public Manifest.Entry entry(String reference, String contextPath, Supplier<String> place) {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(contextPath, "contextPath");
    return answers().entry(reference, contextPath, Objects.requireNonNull(place, "place"));
  }

  /**
   * The contents of a page's import map: the entries, and everything that they import, eagerly or
   * lazily, at any depth. {@code /static/js/app.js}, which imports {@code ./util.js}, gives {@code
   * /static/js/util.js} with {@code /static/js/util.js?v=9f3c2ab1d04e}, and itself likewise.
   * Templates use {@code dev.autoversion.page.Page}, which makes a tag of it.
   *
   * @param references the entries: references, or names given to {@link Builder#module}
   * @param contextPath "" or a path like {@code /shop} that only the request knows
   * @return each URL or name that a browser would ask for, with the URL that it asks for instead,
   *     in a stable order
   * @throws MissingAssetException if an import is missing and {@link OnMissing#FAIL} was chosen
   */
  public SortedMap<String, String> imports(List<String> references, String contextPath) {
    return answers()
        .imports(List.copyOf(references), Objects.requireNonNull(contextPath, "contextPath"));
  }

  /**
   * Looks up all assets that the mounts list, on all cores, so that the first request is as fast as
   * the thousandth: a site of 12,800 files gives {@code WarmUp[assets=12800, bytes=48211904]}.
   * Choose it at the start of a program, before the first request, or after {@link #invalidate}.
   *
   * <p>It remembers the version of each asset and the answer to the reference that a template would
   * write, with the context path that the builder was given. These answers age like all others:
   * once they are as old as {@link Builder#recheckAfter}, one {@code stat} each renews them.
   *
   * <p>It uses the calling thread and the common pool, while other look-ups go on, and never
   * throws. A source that can't be listed is logged, and the rest is warmed up. A missing asset
   * that a stylesheet names is logged if {@link OnMissing#WARN} was chosen; with {@link
   * OnMissing#FAIL}, only asking for the stylesheet's URL throws. Assets that a source does not
   * list ({@link AssetSource#paths}) are looked up when they are asked for, as without a warm-up.
   *
   * @return the number of assets that have a version, and their total size
   */
  public WarmUp warmUp() {
    return responder().warmUp();
  }

  /**
   * Counts all assets that the mounts list, without reading any: what {@link #warmUp} would find.
   * Choose it to log at start-up what is mounted.
   *
   * @return the number of assets listed, and their total size
   */
  public WarmUp count() {
    return responder().count();
  }

  /** Forgets everything at once; the next look-ups read the assets again. */
  public void invalidate() {
    answers().invalidate();
  }

  /** {@return what was answered from memory and what had to be looked up, since the start} */
  public CacheStats stats() {
    return answers().stats();
  }

  /**
   * {@return the context path that the builder was given: {@code /shop}, or ""} For adapters, whose
   * requests may have one of their own.
   */
  public String contextPath() {
    return site().described().contextPath();
  }

  /** {@return the answers to requests so far, and the bytes held in memory for them} */
  public ResponseStats responseStats() {
    return responder().stats();
  }

  /**
   * {@return the mounts in the order they were added, and what each searches: {@code /static/} and
   * {@code directory /srv/static}}
   */
  public Map<String, String> mounts() {
    return site().described().mounts();
  }

  /**
   * {@return all options of the builder in a fixed order, and their values: {@code placement} and
   * {@code fileName()}}
   */
  public Map<String, String> settings() {
    return site().described().settings();
  }

  /**
   * What is mounted, what differs from the defaults, and which optional content codings can't be
   * made here: {@code Autoversion[/static/ directory /srv/static; placement fileName()]}. A
   * deferred instance that has not been used yet says so.
   */
  @Override
  public String toString() {
    Site known = site.get();
    if (known == null) {
      return "Autoversion[deferred]";
    }
    String options =
        Stream.of(known.described().options(), known.codecs().toString())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return "Autoversion["
        + known.described().mounted()
        + (options.isEmpty() ? "" : "; " + options)
        + "]";
  }

  private Answers answers() {
    return site().answers();
  }

  private Responder responder() {
    return site().responder();
  }

  private Site site() {
    Site known = ready;
    return known == null ? made() : known;
  }

  private Site made() {
    if (site.get() == null) {
      site.compareAndSet(null, later.get().site());
    }
    Site first = Objects.requireNonNull(site.get(), "site");
    ready = first;
    return first;
  }

  /**
   * Collects the settings of an {@link Autoversion}. Each option may be set once: setting it again
   * throws {@link IllegalStateException}, a bad value throws {@link IllegalArgumentException}, both
   * immediately.
   */
  public static final class Builder {
    private final Map<String, Mounted> mounts = new LinkedHashMap<>();
    private final Option<VersionStrategy> version =
        new Option<>("version", VersionStrategy.contentHash());
    private final Option<Placement> placement = new Option<>("placement", Placement.query());
    private final Option<OnMissing> onMissing = new Option<>("onMissing", OnMissing.KEEP);
    private final Option<Freshness> recheck =
        new Option<>("recheck", Freshness.after(Freshness.DEFAULT_AGE));
    private final Option<Long> maximumSize = new Option<>("maximumSize", 10_000L);
    private final Option<Long> maximumBytes = new Option<>("maximumBytes", 32L << 20);
    private final Option<Boolean> answerPlainUrls = new Option<>("answerPlainUrls", false);
    private final Option<Boolean> stylesheetsOnly = new Option<>("stylesheetsOnly", false);
    private final Option<String> contextPath = new Option<>("contextPath", "");
    private final Option<String> host = new Option<>("host", "");
    private final Map<String, String> modules = new LinkedHashMap<>();
    private final List<Glob> excluded = new ArrayList<>();
    private final List<Glob> hostExcept = new ArrayList<>();
    private LongSupplier ticker = System::nanoTime;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * Mounts the files below a directory: {@code ("/static", Path.of("/srv/site/static"))}. A
     * directory that does not exist yet is warned about once, and works as soon as it appears.
     *
     * @param urlPrefix a path that starts with one slash; {@code /} alone is the whole site
     * @param root the directory
     * @return this
     * @throws IllegalArgumentException if the prefix is malformed, or the root is no directory or
     *     the whole disk
     */
    public Builder directory(String urlPrefix, Path root) {
      return source(urlPrefix, AssetSource.directory(root));
    }

    /**
     * Mounts class-path resources as the context class loader sees them: {@code ("/webjars",
     * "META-INF/resources/webjars")}.
     *
     * @param urlPrefix a path that starts with one slash
     * @param resourceRoot a resource name that ends above the assets
     * @return this
     * @throws IllegalArgumentException if the prefix or the root is malformed, or the root too wide
     */
    public Builder classpath(String urlPrefix, String resourceRoot) {
      return source(urlPrefix, AssetSource.classpath(resourceRoot));
    }

    /**
     * Mounts class-path resources as a class loader sees them.
     *
     * @param urlPrefix a path that starts with one slash
     * @param resourceRoot a resource name that ends above the assets
     * @param loader the class loader to ask
     * @return this
     * @throws IllegalArgumentException if the prefix or the root is malformed, or the root too wide
     */
    public Builder classpath(String urlPrefix, String resourceRoot, ClassLoader loader) {
      return source(urlPrefix, AssetSource.classpath(resourceRoot, loader));
    }

    /**
     * Mounts a source. If several mounts match, the one with the longest prefix is used; several
     * sources under one prefix are searched in the order they were added.
     *
     * @param urlPrefix a path that starts with one slash
     * @param source the source
     * @return this
     * @throws IllegalArgumentException if the prefix is malformed
     */
    public Builder source(String urlPrefix, AssetSource source) {
      Objects.requireNonNull(source, "source");
      return mount(urlPrefix, mounted -> mounted.add(source));
    }

    /**
     * Mounts what a build left behind: with the prefix {@code /build}, the reference {@code
     * /build/src/main.js} gives the file that the manifest lists for {@code src/main.js}. If two
     * manifests share a prefix, the first that has the name is used; a name that none of them has
     * is looked for in the sources under that prefix. If a manifest has parts for several mounts,
     * its part for this one is used.
     *
     * @param urlPrefix a path that starts with one slash: where the build's output is served
     * @param manifest the manifest
     * @return this
     * @throws IllegalArgumentException if the prefix is malformed, or the manifest has no part for
     *     it
     */
    public Builder manifest(String urlPrefix, Manifest manifest) {
      Objects.requireNonNull(manifest, "manifest");
      return mount(urlPrefix, mounted -> mounted.add(manifest));
    }

    /**
     * Mounts what a build left behind, together with its files, for {@link Autoversion#respond} and
     * {@link Autoversion#integrity}: its published files are answered as immutable.
     *
     * @param urlPrefix a path that starts with one slash: where the build's output is served
     * @param manifest the manifest
     * @param files the build's output folder
     * @return this
     * @throws IllegalArgumentException if the prefix is malformed, or the manifest has no part for
     *     it
     */
    public Builder manifest(String urlPrefix, Manifest manifest, AssetSource files) {
      Objects.requireNonNull(files, "files");
      return manifest(urlPrefix, manifest).source(urlPrefix, files);
    }

    /**
     * Uses a bundler's development server, while that answers, in place of what a build left behind
     * under a prefix: {@code ("/build", URI.create("http://localhost:5173/build/"))}. Default:
     * none. It is checked when a reference is looked up, at most once a second, and after the first
     * time in the background: the last result counts meanwhile. While it does not answer,
     * everything is as without it.
     *
     * @param urlPrefix a path that starts with one slash: where the build's output is served
     * @param origin the server, with Vite's {@code base} as its path; or the {@code file:} URL of a
     *     file that contains such a URL while the server runs
     * @return this
     * @throws IllegalArgumentException if the prefix is malformed or the origin no such URL
     */
    public Builder devServer(String urlPrefix, URI origin) {
      URI checked = DevServer.checked(Objects.requireNonNull(origin, "origin"));
      return mount(urlPrefix, mounted -> mounted.setDevServer(checked));
    }

    /**
     * Adds to what is mounted at a prefix, which may be written in two ways; a failure adds none.
     */
    private Builder mount(String urlPrefix, Consumer<Mounted> adding) {
      String prefix = Mount.prefix(Objects.requireNonNull(urlPrefix, "urlPrefix"));
      UrlPrefix given = UrlPrefix.of(prefix);
      String known =
          mounts.keySet().stream()
              .filter(other -> UrlPrefix.of(other).isSameAs(given))
              .findFirst()
              .orElse(prefix);
      Mounted mounted = mounts.getOrDefault(known, new Mounted(known));
      adding.accept(mounted);
      mounts.put(known, mounted);
      return this;
    }

    /**
     * Leaves assets alone: they are never versioned, never answered, never reported as missing.
     * Default: none. Choose it for names that must stay as they are: a service worker, pages,
     * scripts that look for their own file name. May be called again for more.
     *
     * <p>A pattern is a path below its mount: {@code sw.js}, {@code private/**}, {@code **}{@code
     * /*.html}. {@code *} matches any text inside a segment, {@code ?} one character of it, and
     * {@code **} any number of segments, including none; braces are refused, and brackets stand for
     * themselves. The name of a folder, if its last segment has no {@code *} or {@code ?}, stands
     * for everything in it: {@code private}.
     *
     * @param patterns the patterns
     * @return this
     * @throws IllegalArgumentException if a pattern is not such a path
     */
    public Builder exclude(String... patterns) {
      excluded.addAll(Glob.listOf("exclude", patterns));
      return this;
    }

    /**
     * Maps a name that scripts import to its module: {@code ("lit", "/webjars/lit/index.js")} for
     * {@code import {html} from "lit"}. Default: none; browsers can't resolve names by themselves.
     * A name that ends with a slash stands for a folder: {@code ("lit/", "/webjars/lit/")}.
     *
     * @param specifier the name
     * @param reference where the module is, without a context path that only requests know
     * @return this
     * @throws IllegalArgumentException if the specifier is a path or URL, the reference is neither,
     *     or only one of the two ends with a slash
     */
    public Builder module(String specifier, String reference) {
      Objects.requireNonNull(specifier, "specifier");
      Objects.requireNonNull(reference, "reference");
      // A browser ignores an address that is neither a path nor a URL.
      if (!ModuleGraph.isName(specifier)
          || reference.isEmpty()
          || ModuleGraph.isName(reference)
          || specifier.endsWith("/") != reference.endsWith("/")) {
        throw new IllegalArgumentException(
            "module takes a name and a reference, ('lit', '/webjars/lit/index.js') or ('lit/',"
                + " '/webjars/lit/'), unlike ("
                + Printable.quote(specifier)
                + ", "
                + Printable.quote(reference)
                + ")");
      }
      String known = modules.putIfAbsent(specifier, reference);
      if (known != null) {
        throw new IllegalStateException(
            "module "
                + Printable.quote(specifier)
                + " was already set to "
                + Printable.quote(known)
                + "; it can't be "
                + Printable.quote(reference)
                + " as well");
      }
      return this;
    }

    /**
     * Computes versions with a strategy. Default: {@link VersionStrategy#contentHash()}.
     *
     * @param strategy the strategy
     * @return this
     */
    public Builder version(VersionStrategy strategy) {
      version.set(Objects.requireNonNull(strategy, "strategy"));
      return this;
    }

    /**
     * Puts versions into URLs with a placement. Default: {@link Placement#query()}.
     *
     * @param placement the placement
     * @return this
     */
    public Builder placement(Placement placement) {
      this.placement.set(Objects.requireNonNull(placement, "placement"));
      return this;
    }

    /**
     * What to do if no asset is behind a reference under a mount. Default: {@link OnMissing#KEEP}.
     *
     * @param policy the policy
     * @return this
     */
    public Builder onMissing(OnMissing policy) {
      onMissing.set(Objects.requireNonNull(policy, "policy"));
      return this;
    }

    /**
     * Looks at a file again once its answer is this old. Default: one second. Zero looks every
     * time.
     *
     * @param age the age
     * @return this
     * @throws IllegalArgumentException if the age is negative
     */
    public Builder recheckAfter(Duration age) {
      Objects.requireNonNull(age, "age");
      if (age.isNegative()) {
        throw new IllegalArgumentException("recheckAfter takes zero or more, not " + age);
      }
      recheck.set(Freshness.after(age));
      return this;
    }

    /**
     * Never looks at a file again: the files can't change while the program runs. Default: {@link
     * #recheckAfter} one second.
     *
     * @return this
     */
    public Builder recheckNever() {
      recheck.set(Freshness.forEver());
      return this;
    }

    /**
     * Remembers up to this many versioned references, and as many that stay as they are. Default:
     * 10,000.
     *
     * @param references at least 1
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder maximumSize(long references) {
      if (references < 1) {
        throw new IllegalArgumentException("maximumSize takes 1 or more, not " + references);
      }
      maximumSize.set(references);
      return this;
    }

    /**
     * Holds up to this many bytes of answers in memory: small assets, stylesheets with versioned
     * references, and content codings. Default: 32 MiB, 33,554,432. What does not fit is read or
     * made again when it is asked for.
     *
     * @param bytes 0 or more
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public Builder maximumBytes(long bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("maximumBytes takes 0 or more, not " + bytes);
      }
      maximumBytes.set(bytes);
      return this;
    }

    /**
     * Also answers requests for assets without a version: browsers then ask again each time ({@code
     * no-cache}), and the asset is sent again only if it changed. Default: such requests are left
     * to the server. Choose it for a server that serves no files by itself.
     *
     * @return this
     */
    public Builder answerPlainUrls() {
      answerPlainUrls.set(true);
      return this;
    }

    /**
     * Looks for references in stylesheets only. Default: also in SVG images and web app manifests
     * ({@code *.webmanifest}). The version of such a file covers the assets it refers to, and it is
     * sent with versions in its references.
     *
     * @return this
     */
    public Builder stylesheetsOnly() {
      stylesheetsOnly.set(true);
      return this;
    }

    /**
     * Sets the context path that references begin with; it stays in the result. Default: "".
     *
     * @param contextPath "" or a path like {@code /shop}, without a slash at its end
     * @return this
     * @throws IllegalArgumentException if it is malformed
     */
    public Builder contextPath(String contextPath) {
      Objects.requireNonNull(contextPath, "contextPath");
      this.contextPath.set(SiteAddress.contextPath(contextPath));
      return this;
    }

    /**
     * Puts an origin before versioned URLs, and only before those. Default: none. If it has a path,
     * references in stylesheets that start with a slash and get a version get the origin as well,
     * since a browser would drop its path.
     *
     * @param origin {@code https://cdn.example.com} or {@code //cdn.example.com}, optionally a path
     * @return this
     * @throws IllegalArgumentException if it is malformed
     */
    public Builder host(String origin) {
      host.set(SiteAddress.host(Objects.requireNonNull(origin, "origin")));
      return this;
    }

    /**
     * Puts no {@link #host} before these, since browsers load them only from the page's own origin:
     * {@code **}{@code /*.svg} for {@code <use href="icons.svg#pin">}, the scripts of workers.
     * Default: none. May be called again for more.
     *
     * @param patterns patterns as {@link #exclude} takes them
     * @return this
     * @throws IllegalArgumentException if a pattern is not a path below a mount
     */
    public Builder hostExcept(String... patterns) {
      hostExcept.addAll(Glob.listOf("hostExcept", patterns));
      return this;
    }

    /**
     * Builds it. No file is read yet.
     *
     * @return an {@link Autoversion} with these settings
     * @throws IllegalStateException if nothing is mounted
     */
    public Autoversion build() {
      if (mounts.isEmpty()) {
        throw new IllegalStateException(
            "nothing is mounted; call directory(\"/static\", path) or classpath(...) first");
      }
      return built();
    }

    private Autoversion built() {
      List<Mount> all = mounts.values().stream().map(each -> each.mount(excluded)).toList();
      Settings settings =
          new Settings(
              Mounts.of(all),
              SiteAddress.of(host.get(), contextPath.get()),
              version.get(),
              formats(),
              placement.get(),
              onMissing.get(),
              recheck.get().with(ticker, clock),
              List.copyOf(hostExcept),
              Map.copyOf(modules),
              maximumSize.get(),
              maximumBytes.get(),
              answerPlainUrls.get(),
              new Codecs());
      Answers answers = new Answers(settings);
      return new Autoversion(
          new Site(answers, new Responder(settings, answers), settings.codecs(), described(all)));
    }

    private Description described(List<Mount> all) {
      Map<String, String> where = new LinkedHashMap<>();
      all.forEach(mount -> where.put(mount.prefix() + "/", mount.described()));
      Map<String, String> settings = new LinkedHashMap<>();
      options().forEach(option -> settings.put(option.name(), option.get().toString()));
      settings.put("module", modules.toString());
      settings.put("exclude", excluded.toString());
      settings.put("hostExcept", hostExcept.toString());
      return new Description(
          Collections.unmodifiableMap(where),
          Collections.unmodifiableMap(settings),
          contextPath.get(),
          chosen());
    }

    /** The builder's settings, in words. */
    private record Description(
        Map<String, String> mounts,
        Map<String, String> settings,
        String contextPath,
        String options) {
      String mounted() {
        return mounts.isEmpty()
            ? "nothing mounted"
            : mounts.entrySet().stream()
                .map(mount -> mount.getKey() + " " + mount.getValue())
                .collect(Collectors.joining(", "));
      }
    }

    private List<Option<?>> options() {
      return List.of(
          version,
          placement,
          onMissing,
          recheck,
          maximumSize,
          maximumBytes,
          answerPlainUrls,
          stylesheetsOnly,
          contextPath,
          host);
    }

    private Set<ReferenceFormat> formats() {
      return stylesheetsOnly.get()
          ? Set.of(ReferenceFormat.STYLESHEET)
          : Set.of(ReferenceFormat.values());
    }

    /** The options that differ from their defaults. */
    private String chosen() {
      Stream<String> others =
          Stream.of(
              modules.isEmpty() ? "" : "module " + modules,
              excluded.isEmpty() ? "" : "exclude " + excluded,
              hostExcept.isEmpty() ? "" : "hostExcept " + hostExcept);
      return Stream.concat(options().stream().map(Option::toString), others)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", "));
    }

    /** Replaces the two clocks, for tests. */
    Builder time(LongSupplier ticker, Clock clock) {
      this.ticker = ticker;
      this.clock = clock;
      return this;
    }
  }
}
