package dev.autoversion.benchmarks;

import dev.autoversion.AssetRequest;
import java.util.List;
import java.util.Optional;

/** The request for a versioned URL, as no server had it. */
record PreparedRequest(String url, Served served) implements AssetRequest {
  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return url.substring(0, url.indexOf('?'));
  }

  @Override
  public Optional<String> query() {
    return Optional.of(url.substring(url.indexOf('?') + 1));
  }

  @Override
  public String contextPath() {
    return "";
  }

  @Override
  public List<String> headers(String name) {
    return name.equalsIgnoreCase("Accept-Encoding") ? List.of(served.acceptEncoding()) : List.of();
  }
}
