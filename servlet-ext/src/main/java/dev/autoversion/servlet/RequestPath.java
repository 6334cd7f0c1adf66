package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * The path of a request, context path taken off.
 *
 * @param context the part in front, as sent
 * @param raw as sent; "" where the context path was sent in a form of its own
 * @param decoded as the container reads it
 */
record RequestPath(String context, String raw, String decoded) {
  static RequestPath of(HttpServletRequest request) {
    return of(request, request.getRequestURI());
  }

  static RequestPath of(HttpServletRequest request, String uri) {
    String pathInfo = Objects.requireNonNullElse(request.getPathInfo(), "");
    String decoded = request.getServletPath() + pathInfo;
    String context = request.getServletContext().getContextPath();
    if (!isIn(context, uri)) {
      context = request.getContextPath();
    }
    return isIn(context, uri)
        ? new RequestPath(context, uri.substring(context.length()), decoded)
        : new RequestPath("", "", decoded);
  }

  /** Whether either reading lies under a mount. */
  boolean isUnder(Autoversion autoversion) {
    return autoversion.isMounted(raw) || autoversion.isMounted(decoded);
  }

  /** Whether the version is part of the path. */
  boolean isVersionedIn(Delivery delivery) {
    return !withoutQuery(delivery.url()).equals(raw);
  }

  /** The request's URI without the version. */
  String uriOf(Delivery delivery) {
    return context + withoutQuery(delivery.url());
  }

  private static String withoutQuery(String url) {
    int mark = url.indexOf('?');
    return mark < 0 ? url : url.substring(0, mark);
  }

  private static boolean isIn(String context, String uri) {
    return uri.startsWith(context) && uri.startsWith("/", context.length());
  }
}
