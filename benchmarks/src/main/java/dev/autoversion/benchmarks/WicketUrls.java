package dev.autoversion.benchmarks;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.wicket.request.mapper.parameter.PageParameters;
import org.apache.wicket.request.resource.caching.FilenameWithVersionResourceCachingStrategy;
import org.apache.wicket.request.resource.caching.IStaticCacheableResource;
import org.apache.wicket.request.resource.caching.ResourceUrl;
import org.apache.wicket.request.resource.caching.version.CachingResourceVersion;
import org.apache.wicket.request.resource.caching.version.MessageDigestResourceVersion;
import org.apache.wicket.util.resource.FileResourceStream;
import org.apache.wicket.util.resource.IResourceStream;

/**
 * Wicket's way to version a URL, with content versions behind its cache. Not in it: how Wicket
 * finds the resource and makes the rest of the URL, which need a running application.
 */
final class WicketUrls {
  private final FilenameWithVersionResourceCachingStrategy strategy =
      new FilenameWithVersionResourceCachingStrategy(
          new CachingResourceVersion(new MessageDigestResourceVersion()));
  private final Map<String, StaticFile> files;

  WicketUrls(String... urls) {
    files = Stream.of(urls).distinct().collect(Collectors.toMap(url -> url, StaticFile::new));
  }

  String of(String url) {
    ResourceUrl versioned = new ResourceUrl(url, new PageParameters());
    strategy.decorateUrl(versioned, files.get(url));
    return versioned.getFileName();
  }

  private record StaticFile(String url) implements IStaticCacheableResource {
    @Override
    public boolean isCachingEnabled() {
      return true;
    }

    @Override
    public Serializable getCacheKey() {
      return url;
    }

    @Override
    public IResourceStream getResourceStream() {
      return new FileResourceStream(AssetTree.file(url).toFile());
    }

    @Override
    public void respond(Attributes attributes) {
      throw new UnsupportedOperationException("only asked for its version");
    }
  }
}
