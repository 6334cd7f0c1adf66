package dev.autoversion.servlet;

import dev.autoversion.Storing;
import jakarta.servlet.http.HttpServletRequest;

/** What caches may do with an answer, kept with the request for what it is dispatched to. */
final class RequestStoring {
  private static final String ATTRIBUTE = RequestStoring.class.getName();

  private RequestStoring() {}

  static void remember(Storing storing, HttpServletRequest request) {
    if (storing != Storing.AS_IT_SAYS) {
      request.setAttribute(ATTRIBUTE, storing);
    }
  }

  /**
   * Jetty drops the headers of the answer that an error page replaces, and Tomcat goes on with the
   * bare response where a request that was put off is dispatched.
   */
  static Storing of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Storing storing
        ? storing
        : Storing.AS_IT_SAYS;
  }
}
