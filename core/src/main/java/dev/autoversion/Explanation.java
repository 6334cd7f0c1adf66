package dev.autoversion;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a reference got its URL: the result of {@link Autoversion#explain}. Choose it when a URL is
 * not what you expect; its text lists every step, from the mount to the placement, or the reason
 * why the reference stays as it is.
 */
public final class Explanation {
  private final Known known;
  private final String url;
  // Lists all names for a suggestion where one is missing, and not everybody reads it.
  private final @Nullable Supplier<String> reason;

  /**
   * A reference that leads to no asset, and where it is written.
   *
   * @param reference as it is written: {@code ../img/logo.png}
   * @param referrer the file that contains it: {@code /static/css/app.css}
   * @param line the line in that file, from 1
   */
  public record Missing(String reference, String referrer, int line) {
    @Override
    public String toString() {
      return Printable.quote(reference) + " in line " + line + " of " + Printable.quote(referrer);
    }
  }

  /** Collects what is known about a reference. */
  static final class Known {
    private final String reference;
    private @Nullable String mount;
    private @Nullable String logicalPath;
    private @Nullable String source;
    private @Nullable String strategy;
    private @Nullable Version version;
    private List<String> covers = List.of();
    private List<Missing> missingReferences = List.of();
    private @Nullable String placement;
    private @Nullable String published;
    // Which codecs are absent is found out by loading them.
    private Supplier<String> codings = () -> "";
    private List<String> unknownModules = List.of();
    private boolean missing;

    Known(String reference) {
      this.reference = reference;
    }

    Known under(MountedUrl at, Settings settings) {
      mount = at.mount().prefix() + "/";
      logicalPath = at.path().map(path -> path.path().value()).orElse(null);
      source = at.mount().described();
      strategy = Printable.described(settings.strategy(), "a version strategy without toString");
      placement = Printable.described(settings.placement(), "a placement without toString");
      codings = settings.codecs()::toString;
      return this;
    }

    Known of(Resolution.Versioned versioned, List<String> covered) {
      logicalPath = versioned.seen().path().path().value();
      version = versioned.version();
      covers = covered;
      missingReferences =
          versioned.cover().missing().stream()
              .map(miss -> new Missing(miss.written(), miss.referrer(), miss.line()))
              .toList();
      return this;
    }

    /** A file that a build has already put a version into. */
    void published(Published file, Look look) {
      published = file.file().text();
      strategy = null;
      placement = null;
      covers = file.covered();
      file.codings(look).ifPresent(built -> codings = () -> built);
      Manifest.Copy copy = file.copy();
      if (copy != null) {
        logicalPath = copy.name();
        version = copy.version();
      }
    }

    /** The names that a script imports and that the builder was not given. */
    void importing(List<String> unknown) {
      unknownModules = unknown;
    }

    Explanation versioned(String url) {
      return new Explanation(this, url, null);
    }

    /** The explanation of a missing asset, to which {@link OnMissing} applies. */
    Explanation missing(Supplier<String> reason) {
      missing = true;
      return new Explanation(this, reference, reason);
    }

    Explanation unchanged(String reason) {
      return new Explanation(this, reference, () -> reason);
    }
  }

  private Explanation(Known known, String url, @Nullable Supplier<String> reason) {
    this.known = known;
    this.url = url;
    this.reason = reason;
  }

  /** {@return the reference asked about} */
  public String reference() {
    return known.reference;
  }

  /**
   * {@return what {@link Autoversion#url} returns for it: the versioned URL, or the reference
   * itself}
   */
  public String url() {
    return url;
  }

  /** {@return the mount's URL prefix: {@code /static/}; empty if the reference lies under none} */
  public Optional<String> mount() {
    return Optional.ofNullable(known.mount);
  }

  /**
   * {@return the asset name that is looked for: {@code js/app.js}; empty if no asset can have such
   * a name}
   */
  public Optional<String> logicalPath() {
    return Optional.ofNullable(known.logicalPath);
  }

  /** {@return what is searched: {@code directory /srv/static}} */
  public Optional<String> source() {
    return Optional.ofNullable(known.source);
  }

  /**
   * {@return the version strategy: {@code contentHash(12)}; also tells if the git clone is shallow}
   */
  public Optional<String> strategy() {
    return Optional.ofNullable(known.strategy);
  }

  /** {@return the asset's current version; empty if there is no asset or it has none} */
  public Optional<Version> version() {
    return Optional.ofNullable(known.version);
  }

  /**
   * {@return the assets that the version of a referrer (such as a stylesheet) covers, the referrer
   * first: {@code /static/css/app.css} and {@code /static/img/logo.png}; empty if the version
   * covers only the asset's own bytes}
   */
  public List<String> covers() {
    return known.covers;
  }

  /**
   * {@return the references without an asset, in a referrer and in everything that its version
   * covers: {@code '../img/logo.png' in line 3 of '/static/css/app.css'}}
   */
  public List<Missing> missingReferences() {
    return known.missingReferences;
  }

  /**
   * {@return the names that a script imports and that were not given to {@link
   * Autoversion.Builder#module}: {@code lit}; the import map leaves them out}
   */
  public List<String> unknownModules() {
    return known.unknownModules;
  }

  /** {@return the placement: {@code query(v)}} */
  public Optional<String> placement() {
    return Optional.ofNullable(known.placement);
  }

  /**
   * {@return the file that a build published under this name: {@code assets/main-DKlPqP-Q.js};
   * empty if no manifest lists it}
   */
  public Optional<String> published() {
    return Optional.ofNullable(known.published);
  }

  /** {@return why the reference stays as it is; empty if it is versioned} */
  public Optional<String> reason() {
    return Optional.ofNullable(reason).map(Supplier::get);
  }

  /**
   * {@return whether an asset was expected but there is none, so that {@link OnMissing} applies;
   * false for a link to a page, an excluded name and a reference under no mount}
   */
  public boolean isMissing() {
    return known.missing;
  }

  /** The reference, and below it one line for each step. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Printable.quote(known.reference));
    line(text, "mount", known.mount);
    line(text, "logical path", known.logicalPath);
    line(text, "source", known.source);
    line(text, "published", known.published);
    line(text, "strategy", known.strategy);
    line(text, "version", known.version);
    line(text, "covers", joined(known.covers));
    line(text, "missing", joined(known.missingReferences));
    line(text, "unknown names", joined(known.unknownModules));
    line(text, "placement", known.placement);
    line(text, "codings", known.codings.get());
    line(text, "unchanged", reason().orElse(null));
    line(text, "url", reason == null ? url : null);
    return text.toString();
  }

  private static String joined(List<?> all) {
    return all.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      text.append(System.lineSeparator())
          .append("  ")
          .append(name)
          .append(" ".repeat(14 - name.length()))
          .append(Printable.escape(value.toString()));
    }
  }
}
