package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.LogicalPath;
import dev.autoversion.page.LinkPlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Versions a link that a page encodes. */
record EncodedLink(Autoversion autoversion, HttpServletRequest request) {
  /**
   * The versioned link.
   *
   * @param url as the page wrote it
   * @param encoded as the container and other wrappers would encode it, perhaps with a session id
   */
  String version(String url, String encoded) {
    String plain = encoded.equals(url) ? url : withoutSession(encoded);
    String versioned = version(plain);
    if (!versioned.equals(plain)) {
      LinkPlace.tell(request.getAttribute(LinkPlace.ATTRIBUTE), autoversion, versioned);
    }
    boolean keepsSession = versioned.equals(plain) && !plain.equals(encoded) && !isAsset(plain);
    return keepsSession ? encoded : versioned;
  }

  private String version(String link) {
    String requested = request.getContextPath();
    String versioned = autoversion.url(link, requested, this::place);
    String own = request.getServletContext().getContextPath();
    if (!versioned.equals(link) || !isBelow(requested, link)) {
      return versioned;
    }
    // If the application has no context path of its own, the first look-up was about the prefix.
    if (own.isEmpty() || isSame(requested, own)) {
      return versioned;
    }
    // A proxy sends another prefix than the one that the builder was given.
    String inside = autoversion.url(own + link.substring(requested.length()), own, this::place);
    return isBelow(own, inside) ? requested + inside.substring(own.length()) : inside;
  }

  private String place() {
    return LinkPlace.of(request.getAttribute(LinkPlace.ATTRIBUTE));
  }

  /** Whether it is an asset's URL that already has its version. */
  private boolean isAsset(String link) {
    String requested = request.getContextPath();
    return autoversion.version(link).isPresent()
        || (isBelow(requested, link)
            && autoversion.version(link.substring(requested.length())).isPresent());
  }

  /** Containers may give their own context path decoded; a request's is as it was sent. */
  private static boolean isSame(String requested, String own) {
    return requested.equals(own)
        || (requested.startsWith("/")
            && LogicalPath.ofUrlPath(requested.substring(1))
                .filter(path -> path.value().equals(own.substring(1)))
                .isPresent());
  }

  private static boolean isBelow(String contextPath, String link) {
    return link.startsWith(contextPath) && link.startsWith("/", contextPath.length());
  }

  /** {@code /a.js;jsessionid=7?x} gives {@code /a.js?x}, whatever the container calls the id. */
  private String withoutSession(String link) {
    @Nullable HttpSession session = request.getSession(false);
    int value = session == null ? -1 : link.indexOf("=" + session.getId());
    int semicolon = value < 0 ? -1 : link.lastIndexOf(';', value);
    boolean found = semicolon >= 0 && endOfParameter(link, semicolon + 1) > value;
    return found
        ? link.substring(0, semicolon) + link.substring(endOfParameter(link, semicolon + 1))
        : link;
  }

  private static int endOfParameter(String link, int start) {
    int end = start;
    while (end < link.length() && ";/?#".indexOf(link.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
