package dev.autoversion.benchmarks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.TransformedResource;

/** Spring's way to put versions into a stylesheet. */
final class SpringStylesheets {
  private final CssLinkResourceTransformer transformer = new CssLinkResourceTransformer();

  SpringStylesheets(ResourceUrlProvider provider) {
    transformer.setResourceUrlProvider(provider);
  }

  byte[] rewrite(String url, byte[] bytes) throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", url);
    request.setServletPath(url);
    Resource transformed =
        transformer.transform(request, new NamedBytes(url, bytes), new EndOfChain());
    return ((TransformedResource) transformed).getByteArray();
  }

  /** The transformer wants a file name that ends in {@code .css}. */
  private static final class NamedBytes extends ByteArrayResource {
    private final String name;

    NamedBytes(String url, byte[] bytes) {
      super(bytes);
      this.name = url.substring(url.lastIndexOf('/') + 1);
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public long lastModified() {
      return 0;
    }
  }

  private record EndOfChain() implements ResourceTransformerChain {
    @Override
    public ResourceResolverChain getResolverChain() {
      throw new UnsupportedOperationException("all links are made absolute");
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource) {
      return resource;
    }
  }
}
