package dev.autoversion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a reference became what it became: {@link Autoversion#explain}. Choose it when a URL is not
 * what you expect; its text lists every step, from the mount to the placement, or the reason why
 * the reference stays as it is.
 */
public final class Explanation {
  private final Known known;
  private final String url;
  private final @Nullable String reason;

  /**
   * A reference that leads to no asset, and where it stands.
   *
   * @param reference as it is written: {@code ../img/logo.png}
   * @param referrer what holds it: {@code /static/css/app.css}
   * @param line the line in that, from 1
   */
  public record Missing(String reference, String referrer, int line) {
    @Override
    public String toString() {
      return Printable.quote(reference) + " in line " + line + " of " + Printable.quote(referrer);
    }
  }

  /** What is known of a reference, as it is found out. */
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
    private Object codings = "";
    private List<String> unknownModules = List.of();
    private boolean missing;

    Known(String reference) {
      this.reference = reference;
    }

    Known under(MountedUrl at, Settings settings) {
      mount = at.mount().prefix() + "/";
      logicalPath = at.path(at.url()).map(path -> path.path().value()).orElse(null);
      source = at.mount().described();
      strategy = Printable.described(settings.strategy(), "a version strategy without toString");
      placement = Printable.described(settings.placement(), "a placement without toString");
      codings = settings.codecs(); // What is absent of them is found out where it is read.
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

    /** What a build has put a version into already. */
    void published(Published file, Look look) {
      published = file.file().text();
      strategy = null;
      placement = null;
      covers = file.covered();
      codings = file.codings(look).orElse(codings);
      Manifest.Copy copy = file.copy();
      if (copy != null) {
        logicalPath = copy.name();
        version = copy.version();
      }
    }

    /** What a script imports that no builder was told of. */
    void importing(List<String> unknown) {
      unknownModules = unknown;
    }

    Explanation versioned(String url) {
      return new Explanation(this, url, null);
    }

    /** What {@link OnMissing} is about. */
    Explanation missing(String reason) {
      missing = true;
      return unchanged(reason);
    }

    Explanation unchanged(String reason) {
      return new Explanation(this, reference, reason);
    }
  }

  private Explanation(Known known, String url, @Nullable String reason) {
    this.known = known;
    this.url = url;
    this.reason = reason;
  }

  /** {@return the reference asked about} */
  public String reference() {
    return known.reference;
  }

  /**
   * {@return what {@link Autoversion#url} makes of it: the versioned URL, or the reference as it
   * is}
   */
  public String url() {
    return url;
  }

  /**
   * {@return the mount's URL prefix: {@code /static/}; empty where the reference lies under none}
   */
  public Optional<String> mount() {
    return Optional.ofNullable(known.mount);
  }

  /**
   * {@return the name that is looked for: {@code js/app.js}; empty where an asset can't have it}
   */
  public Optional<String> logicalPath() {
    return Optional.ofNullable(known.logicalPath);
  }

  /** {@return what is searched: {@code directory /srv/static}} */
  public Optional<String> source() {
    return Optional.ofNullable(known.source);
  }

  /**
   * {@return the version strategy: {@code contentHash(12)}; says so where a git clone is shallow}
   */
  public Optional<String> strategy() {
    return Optional.ofNullable(known.strategy);
  }

  /** {@return the asset's current version; empty where there is no asset or it has none} */
  public Optional<Version> version() {
    return Optional.ofNullable(known.version);
  }

  /**
   * {@return the assets that a referrer's version covers, such as a stylesheet's, itself first:
   * {@code /static/css/app.css} and {@code /static/img/logo.png}; empty where the version covers
   * only the asset's own bytes}
   */
  public List<String> covers() {
    return known.covers;
  }

  /**
   * {@return the references without an asset, in a referrer and in all that its version covers:
   * {@code '../img/logo.png' in line 3 of '/static/css/app.css'}}
   */
  public List<Missing> missingReferences() {
    return known.missingReferences;
  }

  /**
   * {@return the names that a script imports and that {@link Autoversion.Builder#module} was not
   * told: {@code lit}; an import map leaves them out}
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
   * empty where no manifest knows it}
   */
  public Optional<String> published() {
    return Optional.ofNullable(known.published);
  }

  /** {@return why the reference stays as it is; empty where it is versioned} */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * {@return whether there is no asset where one was to be expected: what {@link OnMissing} is
   * about. Not for a link to a page, an excluded name, and what lies under no mount}
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
    line(text, "codings", known.codings);
    line(text, "unchanged", reason);
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
