package dev.autoversion.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Spring's resource chain over a small site, with its cache, as its manual sets it up. */
final class Spring {
  private final Path root;
  private final AtomicInteger asked = new AtomicInteger();
  private final ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
  private final ResourceUrlProvider provider = new ResourceUrlProvider();

  Spring(Path root) {
    this.root = root;
    handler.setLocations(List.of(new FileSystemResource(root + "/")));
    handler.setResourceResolvers(
        List.of(
            new CachingResourceResolver(new ConcurrentMapCache("resources")),
            new VersionResourceResolver().addContentVersionStrategy("/**"),
            new Counting()));
    try {
      handler.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    provider.setHandlerMap(Map.of("/static/**", handler));
  }

  /** Counts how often the files are searched. */
  private final class Counting extends PathResourceResolver {
    @Override
    protected Resource getResource(String path, Resource location) throws java.io.IOException {
      asked.incrementAndGet();
      return super.getResource(path, location);
    }
  }

  String url(String path) {
    return String.valueOf(provider.getForLookupPath(path));
  }

  boolean remembersMissing() {
    provider.getForLookupPath("/static/missing.js");
    int once = asked.get();
    provider.getForLookupPath("/static/missing.js");
    return asked.get() == once;
  }

  String stylesheet(String url) throws Exception {
    byte[] bytes = Files.readAllBytes(root.resolve(url.replace("/static/", "")));
    return new String(new SpringStylesheets(provider).rewrite(url, bytes), StandardCharsets.UTF_8);
  }

  int status(String path) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setAttribute(
        HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, path.replace("/static/", ""));
    MockHttpServletResponse response = new MockHttpServletResponse();
    try {
      handler.handleRequest(request, response);
      return response.getStatus();
    } catch (NoResourceFoundException e) {
      return e.getStatusCode().value();
    }
  }
}
