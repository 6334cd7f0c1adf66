package dev.autoversion.benchmarks;

import java.io.Serializable;
import java.nio.file.Path;
import org.apache.wicket.request.mapper.parameter.PageParameters;
import org.apache.wicket.request.resource.caching.FilenameWithVersionResourceCachingStrategy;
import org.apache.wicket.request.resource.caching.IStaticCacheableResource;
import org.apache.wicket.request.resource.caching.ResourceUrl;
import org.apache.wicket.request.resource.caching.version.CachingResourceVersion;
import org.apache.wicket.request.resource.caching.version.MessageDigestResourceVersion;
import org.apache.wicket.util.resource.FileResourceStream;
import org.apache.wicket.util.resource.IResourceStream;

/** Wicket's caching strategies over a small site, as it sets them up for deployment. */
final class Wicket {
  private final Path root;
  private final FilenameWithVersionResourceCachingStrategy strategy =
      new FilenameWithVersionResourceCachingStrategy(
          new CachingResourceVersion(new MessageDigestResourceVersion()));

  Wicket(Path root) {
    this.root = root;
  }

  String inFileName(String name) {
    ResourceUrl url = new ResourceUrl(name, new PageParameters());
    strategy.decorateUrl(url, new StaticFile(root.resolve(name).toString()));
    return url.getFileName();
  }

  private record StaticFile(String file) implements IStaticCacheableResource {
    @Override
    public boolean isCachingEnabled() {
      return true;
    }

    @Override
    public Serializable getCacheKey() {
      return file;
    }

    @Override
    public IResourceStream getResourceStream() {
      return new FileResourceStream(Path.of(file).toFile());
    }

    @Override
    public void respond(Attributes attributes) {
      throw new UnsupportedOperationException("only asked for its version");
    }
  }
}
