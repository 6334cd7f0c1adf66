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
 * @param contextPath what leads the path; what it takes the place of is the request's own
 */
record ServletAssetRequest(HttpServletRequest request, String contextPath) implements AssetRequest {
  /** With the context path of the request, which may have the prefix of a proxy. */
  static ServletAssetRequest of(HttpServletRequest request) {
    return new ServletAssetRequest(request, request.getContextPath());
  }

  /** The same where the prefix of a proxy is none: as a builder may have been told. */
  ServletAssetRequest withoutPrefix() {
    String own = request.getServletContext().getContextPath();
    return contextPath.equals(own) ? this : new ServletAssetRequest(request, own);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String told = request.getContextPath();
    String path = request.getRequestURI();
    return contextPath.equals(told) || !path.startsWith(told)
        ? path
        : contextPath + path.substring(told.length());
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(request.getQueryString());
  }

  @Override
  public List<String> headers(String name) {
    @Nullable Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
