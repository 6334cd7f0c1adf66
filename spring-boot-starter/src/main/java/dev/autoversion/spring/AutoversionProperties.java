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
 * The settings that begin with {@code autoversion.}, as the environment has them.
 *
 * @param enabled Whether static resources are versioned at all. Without, references come back as
 *     they are.
 * @param placement Where the version goes in a URL.
 * @param version What a version is.
 * @param hashLength Hex digits of a content hash, 8 to 64.
 * @param fixedVersion The version of everything, such as a release number; for version=fixed.
 * @param host Origin of a CDN that is put before versioned URLs.
 * @param hostExcept Resources that keep the page's own origin, as patterns of their paths.
 * @param onMissing What happens where no resource is behind a reference. A page's links are none.
 * @param exclude Resources that are never versioned, as patterns of their paths. A list of your own
 *     takes the place of this one.
 * @param mounts Where resources are, by URL prefix: mounts[/docs]=file:/srv/docs/, several with
 *     commas between. They stand beside what Spring serves at other prefixes, and in its place at
 *     the same.
 * @param manifests What a build left behind, by URL prefix: manifests[/build]=
 *     classpath:static/build/.vite/manifest.json. A reference to a name in it becomes the file.
 * @param buildManifest The manifest of autoversion's own build, with a part for each URL prefix: a
 *     place, or none. Default: classpath:META-INF/autoversion/manifest.json where it is there,
 *     without devtools.
 * @param devServers A bundler's server for development, by URL prefix: dev-servers[/build]=
 *     http://localhost:5173/build/, with Vite's base at its end. While it answers, it takes the
 *     place of what was built.
 * @param modules Where the modules are that scripts import by a name: modules[lit]=
 *     /webjars/lit/index.js.
 * @param warmUp Whether all resources are read right after the start. Default: where none can
 *     change, as in a packed application.
 * @param recheckAfter How long a version is believed before the resource is looked at again, or
 *     never. Default: 0s with devtools, 1s where resources lie in folders, else never.
 * @param maximumSize References that are remembered.
 * @param maximumBytes Bytes of resources that are held in memory, ready to be sent.
 * @param filter The filter that answers versioned URLs.
 */
@ConfigurationProperties("autoversion")
public record AutoversionProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("file-name") Where placement,
    @DefaultValue("content-hash") What version,
    @DefaultValue("12") int hashLength,
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
  /** Where a version goes. */
  public enum Where {
    /** {@code /css/app-9f3c2ab1d04e.css}. */
    FILE_NAME,
    /** {@code /css/app.css?v=9f3c2ab1d04e}. */
    QUERY,
    /** {@code /css/@9f3c2ab1d04e/app.css}: for images and fonts. */
    PATH_SEGMENT
  }

  /** What a version is. */
  public enum What {
    /** The first digits of the SHA-256 of the bytes. */
    CONTENT_HASH,
    /** The same text for all: {@code autoversion.fixed-version}. */
    FIXED,
    /** When the file was changed. */
    LAST_MODIFIED,
    /** The last commit of the repository that the application runs in. */
    GIT_COMMIT,
    /** The last commit that changed the file. */
    GIT_FILE_COMMIT
  }

  /**
   * The settings that begin with {@code autoversion.filter.}.
   *
   * @param enabled Whether versioned URLs are answered. Without, something else has to.
   * @param order Its place among the filters. Default: behind those for security, before the one
   *     that encodes Spring's own resource URLs.
   */
  public record Filter(
      @DefaultValue("true") boolean enabled, @DefaultValue("2147483547") int order) {}
}
