package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.core.io.FileSystemResource;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The ways to version the tree's files. */
final class Sites {
  // More than there are files.
  private static final int REMEMBERED = 50_000;

  private Sites() {}

  /** Ours, for files that can't change. */
  static Autoversion never() {
    return builder().recheckNever().build();
  }

  /** The same, which looks up and prepares no answers: what codings cost is another question. */
  static Autoversion lookingUpOnly() {
    return builder().recheckNever().maximumBytes(0).build();
  }

  /** Ours by default. */
  static Autoversion rechecking() {
    return builder().build();
  }

  private static Autoversion.Builder builder() {
    return Autoversion.builder()
        .directory(AssetTree.PREFIX, AssetTree.ROOT)
        .maximumSize(REMEMBERED);
  }

  /** The post's: the modification time, read each time. */
  static String stat(String url) throws IOException {
    return url + "?v=" + Files.getLastModifiedTime(AssetTree.file(url)).toMillis();
  }

  /** Spring's, with content versions behind its cache. */
  static ResourceUrlProvider spring() throws Exception {
    ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
    handler.setLocations(List.of(new FileSystemResource(AssetTree.ROOT + "/")));
    handler.setResourceResolvers(
        List.of(
            new CachingResourceResolver(new ConcurrentMapCache("resources")),
            new VersionResourceResolver().addContentVersionStrategy("/**"),
            new PathResourceResolver()));
    handler.afterPropertiesSet();
    ResourceUrlProvider provider = new ResourceUrlProvider();
    provider.setHandlerMap(Map.of(AssetTree.PREFIX + "/**", handler));
    return provider;
  }
}
