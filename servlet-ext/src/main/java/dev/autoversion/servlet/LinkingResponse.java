package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that versions the links that are encoded with it. */
class LinkingResponse extends HttpServletResponseWrapper {
  private final Autoversion autoversion;
  private final String contextPath;

  LinkingResponse(HttpServletResponse response, Autoversion autoversion, String contextPath) {
    super(response);
    this.autoversion = autoversion;
    this.contextPath = contextPath;
  }

  /** Whether a response is one already, under whatever wrappers. */
  static boolean isIn(ServletResponse response, Autoversion autoversion) {
    return isIn(response, autoversion, LinkingResponse.class);
  }

  static boolean isIn(
      ServletResponse response, Autoversion autoversion, Class<? extends LinkingResponse> type) {
    ServletResponse at = response;
    while (at instanceof ServletResponseWrapper wrapper) {
      if (at instanceof LinkingResponse one
          && one.autoversion == autoversion
          && type.isInstance(one)) {
        return true;
      }
      at = wrapper.getResponse();
    }
    return false;
  }

  @Override
  public String encodeURL(String url) {
    return super.encodeURL(autoversion.url(url, contextPath));
  }
}
