package dev.autoversion.servlet;

import dev.autoversion.Storing;
import jakarta.servlet.http.HttpServletRequest;

/** What caches may do with an answer; kept in the request, so that dispatches find it. */
final class RequestStoring {
  private static final String ATTRIBUTE = RequestStoring.class.getName();

  private RequestStoring() {}

  static void remember(Storing storing, HttpServletRequest request) {
    if (storing != Storing.AS_IT_SAYS) {
      request.setAttribute(ATTRIBUTE, storing);
    }
  }

  /**
   * What was remembered when the request first came. Jetty drops the headers of the answer that an
   * error page replaces, and Tomcat continues with the unwrapped response when an asynchronous
   * request is dispatched.
   */
  static Storing of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Storing storing
        ? storing
        : Storing.AS_IT_SAYS;
  }
}
