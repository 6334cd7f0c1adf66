package dev.autoversion.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a browser what a page will load while the page is still being made (103, RFC 8297): {@code
 * EarlyHints.send(request, response, page.links(List.of("/static/js/app.js")))}. Choose it where a
 * page takes longer to make than its stylesheets take to arrive.
 *
 * <p>Servlet 6.1 has no method for this. Some containers do it for {@code sendError(103)}; others
 * would answer with an error page. So it is sent only where it is known to work: in Jetty from
 * 12.1, in Tomcat from 10.1.55 and 11.0.24, and from HTTP/2 on, since with HTTP/1.1 browsers ignore
 * it and old proxies stumble over it.
 */
public final class EarlyHints {
  private static final int STATUS = 103;
  private static final Pattern SERVER =
      Pattern.compile("(?i)(jetty|tomcat)/(\\d+)\\.(\\d+)\\.(\\d+)");

  private EarlyHints() {}

  /**
   * Adds the links to the answer's headers, and sends them ahead of it where that works.
   *
   * @param request the request for a page
   * @param response its answer, of which nothing has been sent yet
   * @param links the value of a {@code Link} header; "" does nothing
   * @return whether they were sent ahead
   * @throws IOException if the connection is gone
   */
  public static boolean send(HttpServletRequest request, HttpServletResponse response, String links)
      throws IOException {
    if (Objects.requireNonNull(links, "links").isEmpty() || response.isCommitted()) {
      return false;
    }
    response.addHeader("Link", links);
    // A wrapper may treat sendError as the end of the answer.
    ServletResponse at = response;
    while (at instanceof ServletResponseWrapper wrapper) {
      at = wrapper.getResponse();
    }
    if (isKnown(request.getServletContext())
        && isAtLeastTwo(request.getProtocol())
        && at instanceof HttpServletResponse own) {
      own.sendError(STATUS);
      return true;
    }
    return false;
  }

  private static boolean isKnown(ServletContext context) {
    String info = context.getServerInfo();
    Matcher server = SERVER.matcher(info == null ? "" : info);
    if (!server.find()) {
      return false;
    }
    int[] version = {number(server.group(2)), number(server.group(3)), number(server.group(4))};
    return server.group(1).equalsIgnoreCase("jetty")
        ? Arrays.compare(version, new int[] {12, 1, 0}) >= 0
        : Arrays.compare(version, new int[] {11, 0, 24}) >= 0
            || Arrays.compare(version, new int[] {10, 1, 55}) >= 0 && version[0] == 10;
  }

  private static boolean isAtLeastTwo(String protocol) {
    return protocol.startsWith("HTTP/")
        && !protocol.startsWith("HTTP/1")
        && !protocol.startsWith("HTTP/0");
  }

  private static int number(String digits) {
    return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
