package dev.autoversion.servlet;

import dev.autoversion.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer with bytes of our own, always whole and as they are: a rewritten stylesheet. */
record BodyAnswer(Delivery delivery, Delivery.Body body) {
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status = status(request);
    boolean keep = delivery.isCurrent() && status != HttpServletResponse.SC_PRECONDITION_FAILED;
    response.setStatus(status);
    response.setHeader(CachePolicy.HEADER, keep ? CachePolicy.IMMUTABLE : CachePolicy.NO_STORE);
    response.setHeader("ETag", body.etag());
    if (status == HttpServletResponse.SC_OK) {
      sendBytes(request, response);
    } else if (status == HttpServletResponse.SC_NOT_MODIFIED) {
      // Jetty would say 0, which RFC 9110 (section 8.6) does not allow.
      response.setContentLength(body.bytes().length);
    }
  }

  /** RFC 9110, section 13.2.2; dates are not looked at, as the answer has none. */
  private int status(HttpServletRequest request) {
    EntityTags required = EntityTags.of(request.getHeaders("If-Match"));
    if (required.arePresent() && !required.haveStrongly(body.etag())) {
      return HttpServletResponse.SC_PRECONDITION_FAILED;
    }
    EntityTags known = EntityTags.of(request.getHeaders("If-None-Match"));
    return known.haveWeakly(body.etag())
        ? HttpServletResponse.SC_NOT_MODIFIED
        : HttpServletResponse.SC_OK;
  }

  private void sendBytes(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    @Nullable String type = request.getServletContext().getMimeType(delivery.path());
    if (type != null) {
      // Without a charset: the bytes and their @charset know it.
      response.setContentType(type);
    }
    response.setContentLength(body.bytes().length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(body.bytes());
    }
  }
}
