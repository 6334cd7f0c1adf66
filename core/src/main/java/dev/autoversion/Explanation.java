package dev.autoversion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a reference became what it became: {@link Autoversion#explain}. Choose it when a URL is not
 * what you expect; its text lists every step, from the mount to the placement, or the reason why
 * the reference stays as it is.
 */
public final class Explanation {
  static final String MOUNT = "mount";
  static final String LOGICAL_PATH = "logical path";
  static final String SOURCE = "source";
  static final String STRATEGY = "strategy";
  static final String VERSION = "version";
  static final String COVERS = "covers";
  static final String PLACEMENT = "placement";
  private static final String UNCHANGED = "unchanged";
  private static final String URL = "url";

  private final String reference;
  private final Map<String, String> facts;

  private Explanation(String reference, Map<String, String> facts) {
    this.reference = reference;
    this.facts = facts;
  }

  static Explanation versioned(String reference, String url, Map<String, String> facts) {
    return with(reference, facts, URL, url);
  }

  static Explanation unchanged(String reference, String reason, Map<String, String> facts) {
    return with(reference, facts, UNCHANGED, reason);
  }

  /** {@return the reference asked about} */
  public String reference() {
    return reference;
  }

  /**
   * {@return what {@link Autoversion#url} makes of it: the versioned URL, or the reference as it
   * is}
   */
  public String url() {
    return facts.getOrDefault(URL, reference);
  }

  /**
   * {@return the mount's URL prefix: {@code /static/}; empty where the reference lies under none}
   */
  public Optional<String> mount() {
    return fact(MOUNT);
  }

  /**
   * {@return the name that is looked for: {@code js/app.js}; empty where an asset can't have it}
   */
  public Optional<String> logicalPath() {
    return fact(LOGICAL_PATH);
  }

  /** {@return what is searched: {@code directory /srv/static}} */
  public Optional<String> source() {
    return fact(SOURCE);
  }

  /**
   * {@return the version strategy: {@code contentHash(12)}; says so where a git clone is shallow}
   */
  public Optional<String> strategy() {
    return fact(STRATEGY);
  }

  /** {@return the asset's current version; empty where there is no asset or it has none} */
  public Optional<Version> version() {
    return fact(VERSION).map(Version::new);
  }

  /**
   * {@return the assets that a stylesheet's version covers, itself first: {@code
   * /static/css/app.css, /static/img/logo.png}; empty where the version covers only the asset's own
   * bytes}
   */
  public Optional<String> covers() {
    return fact(COVERS);
  }

  /** {@return the placement: {@code query(v)}} */
  public Optional<String> placement() {
    return fact(PLACEMENT);
  }

  /** {@return why the reference stays as it is; empty where it is versioned} */
  public Optional<String> reason() {
    return fact(UNCHANGED);
  }

  /** The reference, and below it one line for each step. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Printable.quote(reference));
    facts.forEach(
        (name, value) ->
            text.append(System.lineSeparator())
                .append("  ")
                .append(name)
                .append(" ".repeat(14 - name.length()))
                .append(Printable.escape(value)));
    return text.toString();
  }

  private static Explanation with(
      String reference, Map<String, String> facts, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put(name, value);
    return new Explanation(reference, all);
  }

  private Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }
}
