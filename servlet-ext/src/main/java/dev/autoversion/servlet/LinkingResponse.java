package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that versions the links that are encoded with it, and limits what caches may keep. */
final class LinkingResponse extends HttpServletResponseWrapper {
  private final HttpServletRequest request;
  private final Autoversion autoversion;
  private final Storing storing;
  private boolean forbidden;

  LinkingResponse(
      HttpServletResponse response,
      HttpServletRequest request,
      Autoversion autoversion,
      Storing storing) {
    super(response);
    this.request = request;
    this.autoversion = autoversion;
    this.storing = storing;
    judge(response.getStatus());
  }

  /** Whether a response already is or wraps one. */
  static boolean isIn(ServletResponse response, Autoversion autoversion) {
    ServletResponse at = response;
    while (at instanceof ServletResponseWrapper wrapper) {
      if (at instanceof LinkingResponse one && one.autoversion == autoversion) {
        return true;
      }
      at = wrapper.getResponse();
    }
    return false;
  }

  @Override
  public @Nullable String encodeURL(@Nullable String url) {
    // Ask the wrappers below first: one may know which WebJar file a name without a version means.
    @Nullable String encoded = super.encodeURL(url);
    return url == null || encoded == null
        ? encoded
        : new EncodedLink(autoversion, request).version(url, encoded);
  }

  @Override
  public void setStatus(int status) {
    super.setStatus(status);
    judge(status);
  }

  @Override
  public void sendError(int status) throws IOException {
    judge(status);
    super.sendError(status);
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    judge(status);
    super.sendError(status, message);
  }

  @Override
  public void reset() {
    super.reset();
    judge(getStatus());
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!forbidden || !CacheHeaders.has(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (!forbidden || !CacheHeaders.has(name)) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (!forbidden || !CacheHeaders.has(name)) {
      super.setIntHeader(name, value);
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (!forbidden || !CacheHeaders.has(name)) {
      super.addIntHeader(name, value);
    }
  }

  private void judge(int status) {
    forbidden = storing.forbids(status);
    if (forbidden) {
      CacheHeaders.forbid((HttpServletResponse) getResponse());
    }
  }
}
