package dev.autoversion.spring;

import dev.autoversion.OnMissing;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings that begin with {@code autoversion.}.
 *
 * @param enabled Whether static resources are versioned at all. If not, references stay as they
 *     are.
 * @param placement Where the version goes in a URL.
 * @param version How versions are computed. Default: content-hash, or fixed if there is a
 *     fixed-version.
 * @param hashLength Hex digits of a content hash, 8 to 64. Default: 12.
 * @param fixedVersion The version of all resources, such as a release number. Only for
 *     version=fixed, which need not be set then.
 * @param host Origin of a CDN that is put before versioned URLs.
 * @param hostExcept Resources that keep the page's own origin, as patterns of their paths.
 * @param onMissing What happens if no resource is behind a reference. Links to pages don't count.
 * @param exclude Resources that are never versioned, as patterns of their paths. A list of your own
 *     replaces the default.
 * @param mounts Where resources are, by URL prefix: mounts[/docs]=file:/srv/docs/, several
 *     separated by commas. They are added to what Spring serves, and replace it at the same prefix.
 * @param manifests Manifests of builds, by URL prefix:
 *     manifests[/build]=classpath:static/build/.vite/manifest.json. A reference to a name in a
 *     manifest becomes the file that was built for it.
 * @param buildManifest Location of the manifest of autoversion's own build, with a part for each
 *     URL prefix; or none. Default: classpath:META-INF/autoversion/manifest.json if it exists and
 *     devtools are absent.
 * @param devServers Development servers of bundlers, by URL prefix:
 *     dev-servers[/build]=http://localhost:5173/build/, which ends with Vite's base. While such a
 *     server answers, it is used in place of the build.
 * @param modules Where modules are that scripts import by name: modules[lit]=/webjars/lit/index.js.
 * @param warmUp Whether all resources are read right after the start. Default: true if none can
 *     change, as in a packed application.
 * @param recheckAfter How long a version is trusted before the resource is looked at again, or
 *     never. Default: 0s with devtools, 1s if resources lie in folders, else never.
 * @param maximumSize How many references are remembered.
 * @param maximumBytes How many bytes of resources are held in memory, ready to be sent.
 * @param filter The filter that answers versioned URLs.
 */
@ConfigurationProperties("autoversion")
public record AutoversionProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("file-name") Where placement,
    @Nullable What version,
    @Nullable Integer hashLength,
    @Nullable String fixedVersion,
    @Nullable String host,
    @DefaultValue List<String> hostExcept,
    @DefaultValue("warn") OnMissing onMissing,
    @DefaultValue({
          "**/*.html",
          "robots.txt",
          "favicon.ico",
          "sw.js",
          "service-worker.js",
          "manifest.json",
          "*.webmanifest",
          "sitemap*.xml",
          ".well-known/**"
        })
        List<String> exclude,
    @DefaultValue Map<String, List<String>> mounts,
    @DefaultValue Map<String, List<String>> manifests,
    @Nullable String buildManifest,
    @DefaultValue Map<String, URI> devServers,
    @DefaultValue Map<String, String> modules,
    @Nullable Boolean warmUp,
    @Nullable String recheckAfter,
    @DefaultValue("10000") long maximumSize,
    @DefaultValue("32MB") DataSize maximumBytes,
    @DefaultValue Filter filter) {
  /** Where the version goes in a URL. */
  public enum Where {
    /** {@code /css/app-9f3c2ab1d04e.css}. */
    FILE_NAME,
    /** {@code /css/app.css?v=9f3c2ab1d04e}. */
    QUERY,
    /** {@code /css/@9f3c2ab1d04e/app.css}: for images and fonts. */
    PATH_SEGMENT
  }

  /** How versions are computed. */
  public enum What {
    /** The first digits of the SHA-256 of the bytes. */
    CONTENT_HASH,
    /** The same text for all resources: {@code autoversion.fixed-version}. */
    FIXED,
    /** The file's modification time. */
    LAST_MODIFIED,
    /** The last commit of the repository that the application runs in. */
    GIT_COMMIT,
    /** The last commit that changed the file. */
    GIT_FILE_COMMIT
  }

  /**
   * The settings that begin with {@code autoversion.filter.}.
   *
   * @param enabled Whether versioned URLs are answered. If not, something else must answer them.
   * @param order Order of the filter. Default: after the security filters, before the one that
   *     encodes Spring's own resource URLs.
   */
  public record Filter(
      @DefaultValue("true") boolean enabled, @DefaultValue("2147483547") int order) {}
}
