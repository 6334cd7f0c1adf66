package dev.autoversion.servlet;

import dev.autoversion.AssetRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the filters in front left it.
 *
 * @param requested the context path of the request, kept since a container may make a new string at
 *     each call
 * @param contextPath the context path to use in its place
 */
record ServletAssetRequest(HttpServletRequest request, String requested, String contextPath)
    implements AssetRequest {
  /** With the context path of the request, which may include a proxy's prefix. */
  static ServletAssetRequest of(HttpServletRequest request) {
    String requested = request.getContextPath();
    return new ServletAssetRequest(request, requested, requested);
  }

  /** The request without a proxy's prefix, as the builder may have been given it. */
  ServletAssetRequest withoutPrefix() {
    String own = request.getServletContext().getContextPath();
    return contextPath.equals(own) ? this : new ServletAssetRequest(request, requested, own);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getRequestURI();
    return contextPath.equals(requested) || !path.startsWith(requested)
        ? path
        : contextPath + path.substring(requested.length());
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(request.getQueryString());
  }

  /** Most headers that are asked for are absent, which containers can tell cheaply. */
  @Override
  public List<String> headers(String name) {
    if (request.getHeader(name) == null) {
      return List.of();
    }
    @Nullable Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
