package dev.autoversion.examples;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Changes the shop. Asked by a page of another site, or for anything else, it refuses. */
final class EditServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_BODY = 512;

  private final transient Shop shop;

  EditServlet(Shop shop) {
    this.shop = shop;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int refusal = refusal(request);
    if (refusal == 0 && !edit(request)) {
      refusal = HttpServletResponse.SC_BAD_REQUEST;
    }
    if (refusal == 0) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/#live");
    } else {
      // Else closing the connection may take the answer away (RFC 9112, 9.6).
      request.getInputStream().readNBytes(LONGEST_BODY);
      response.sendError(refusal);
    }
  }

  /** The status that says why not; 0 where nothing is wrong. Its body is not read before that. */
  private static int refusal(HttpServletRequest request) {
    // The address, not the Host header: a page of another site may have pointed its name at us.
    String port = ":" + request.getLocalPort();
    Set<String> own = Set.of("http://127.0.0.1" + port, "http://localhost" + port);
    if (!own.contains(header(request, "Origin"))) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    if (request.getContentLengthLong() < 0) {
      return HttpServletResponse.SC_LENGTH_REQUIRED;
    }
    if (request.getContentLengthLong() > LONGEST_BODY) {
      return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }
    boolean form = header(request, "Content-Type").startsWith("application/x-www-form-urlencoded");
    return form ? 0 : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  private boolean edit(HttpServletRequest request) throws IOException {
    Optional<Shop.Colour> colour = parameter(request, "colour").flatMap(EditServlet::colour);
    Optional<String> sign = parameter(request, "sign").map(String::strip);
    if (colour.isPresent()) {
      shop.paint(colour.get());
    } else if (sign.filter(text -> text.length() <= Shop.LONGEST_SIGN).isPresent()) {
      shop.say(sign.get());
    } else if (parameter(request, "restore").isPresent()) {
      shop.restore();
    } else {
      return false;
    }
    return true;
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  private static Optional<Shop.Colour> colour(String name) {
    return Arrays.stream(Shop.Colour.values())
        .filter(colour -> colour.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
