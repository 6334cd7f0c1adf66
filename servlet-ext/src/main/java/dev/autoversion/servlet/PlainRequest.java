package dev.autoversion.servlet;

import dev.autoversion.Delivery;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The request without the version. Where a container puts its own wrapper of a forwarded request
 * below this one, as Tomcat does, that one's path counts.
 */
final class PlainRequest extends HttpServletRequestWrapper {
  private final HttpServletResponse response;
  private final String versionedUri;
  private final String plainUri;
  private final String plainPath;

  PlainRequest(
      HttpServletRequest request,
      RequestPath path,
      Delivery delivery,
      HttpServletResponse response) {
    super(request);
    this.response = response;
    this.versionedUri = request.getRequestURI();
    this.plainUri = path.uriOf(delivery);
    this.plainPath = plainUri.equals(versionedUri) ? path.decoded() : delivery.path();
  }

  @Override
  public String getRequestURI() {
    return isVersioned() ? plainUri : super.getRequestURI();
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = super.getRequestURL();
    int path = url.length() - versionedUri.length();
    if (isVersioned() && path >= 0) {
      url.setLength(path);
      url.append(plainUri);
    }
    return url;
  }

  @Override
  public String getServletPath() {
    return isVersioned() ? servletPath() : super.getServletPath();
  }

  @Override
  public @Nullable String getPathInfo() {
    return isVersioned() ? pathInfo() : super.getPathInfo();
  }

  @Override
  public @Nullable String getPathTranslated() {
    @Nullable String pathInfo = getPathInfo();
    return pathInfo == null ? null : getServletContext().getRealPath(pathInfo);
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    HttpServletMapping mapping = super.getHttpServletMapping();
    return isVersioned() ? PlainMapping.of(mapping, servletPath(), pathInfo()) : mapping;
  }

  /** With this request and its response, so that the answer is not given behind their backs. */
  @Override
  public AsyncContext startAsync() {
    return super.startAsync(this, response);
  }

  /** Whether the wrapped request still is at the versioned path. */
  private boolean isVersioned() {
    return super.getRequestURI().equals(versionedUri);
  }

  private String servletPath() {
    return super.getPathInfo() == null
        ? plainPath
        : plainPath.startsWith(super.getServletPath() + "/") ? super.getServletPath() : "";
  }

  private @Nullable String pathInfo() {
    return super.getPathInfo() == null ? null : plainPath.substring(servletPath().length());
  }
}
