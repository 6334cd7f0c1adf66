package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.LogicalPath;
import dev.autoversion.Manifest;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The copies of its assets that autoversion's own build has left for a web application.
 *
 * @param prefixes what is mounted, without a slash at the end
 */
record BuiltAssets(ClassLoader loader, SortedSet<String> prefixes) {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  // Where mvn autoversion:fingerprint writes it, below WEB-INF/classes.
  private static final String MANIFEST = "META-INF/autoversion/manifest.json";
  private static final String NONE = "none";

  static BuiltAssets of(ClassLoader loader, Iterable<String> mounts) {
    SortedSet<String> prefixes = new TreeSet<>();
    mounts.forEach(prefix -> prefixes.add(plain(prefix)));
    return new BuiltAssets(loader, prefixes);
  }

  /**
   * Puts each part of the manifest in front of what is mounted at its prefix.
   *
   * @param location where the manifest is, {@code none}, or "" to look in the usual place
   * @throws IllegalArgumentException if it is not a manifest, or is configured and has no parts
   * @throws IllegalStateException if it is configured and nothing can read it
   */
  void addTo(Autoversion.Builder builder, String location) {
    if (!location.equals(NONE)) {
      (location.isEmpty() ? usual() : Optional.of(configured(location)))
          .ifPresent(manifest -> addTo(builder, manifest));
    }
  }

  private void addTo(Autoversion.Builder builder, Manifest manifest) {
    for (String part : new TreeSet<>(manifest.mounts())) {
      if (prefixes.stream().anyMatch(prefix -> decoded(prefix).equals(decoded(plain(part))))) {
        builder.manifest(part, manifest);
      } else {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} has copies of assets at {1}, where nothing is mounted; mount them with"
                + " autoversion.mount.{1}, or build with one of these as --prefix: {2}",
            manifest,
            part,
            String.join(", ", prefixes));
      }
    }
  }

  private Optional<Manifest> usual() {
    if (loader.getResource(MANIFEST) == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ManifestLocation.read("classpath:" + MANIFEST, loader));
    } catch (NoClassDefFoundError e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the copies of assets that {0} lists are not used: reading it {1}; add it, or set"
              + " autoversion.build-manifest to none",
          MANIFEST,
          need(e));
      return Optional.empty();
    }
  }

  private Manifest configured(String location) {
    try {
      Manifest manifest = ManifestLocation.read(location, loader);
      if (manifest.mounts().isEmpty()) {
        throw new IllegalArgumentException(
            manifest + " has no part for any mount; name one that autoversion's own build wrote");
      }
      return manifest;
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(need(e), e);
    }
  }

  private static String need(NoClassDefFoundError e) {
    return "needs dev.autoversion:autoversion-manifest-ext and what it depends on, but there is no "
        + e.getMessage();
  }

  /** {@code /my%20files} gives {@code site/my files}; what can't be decoded stays as it is. */
  private static String decoded(String prefix) {
    // Only a name inside a source can be decoded, so it is made one.
    return LogicalPath.ofUrlPath("site" + prefix).map(LogicalPath::value).orElse(prefix);
  }

  /** {@code /static/} gives {@code /static}; the whole site is {@code /}. */
  private static String plain(String prefix) {
    return prefix.length() > 1 && prefix.endsWith("/")
        ? prefix.substring(0, prefix.length() - 1)
        : prefix;
  }
}
