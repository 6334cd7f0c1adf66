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
 * @param told the context path of the request, which a container may make anew at each call
 * @param contextPath what leads the path in its place
 */
record ServletAssetRequest(HttpServletRequest request, String told, String contextPath)
    implements AssetRequest {
  /** With the context path of the request, which may have the prefix of a proxy. */
  static ServletAssetRequest of(HttpServletRequest request) {
    String told = request.getContextPath();
    return new ServletAssetRequest(request, told, told);
  }

  /** The same where the prefix of a proxy is none: as a builder may have been told. */
  ServletAssetRequest withoutPrefix() {
    String own = request.getServletContext().getContextPath();
    return contextPath.equals(own) ? this : new ServletAssetRequest(request, told, own);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getRequestURI();
    return contextPath.equals(told) || !path.startsWith(told)
        ? path
        : contextPath + path.substring(told.length());
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(request.getQueryString());
  }

  /** Most of those that are asked for are in no request, and containers tell that cheaply. */
  @Override
  public List<String> headers(String name) {
    if (request.getHeader(name) == null) {
      return List.of();
    }
    @Nullable Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
