package dev.autoversion.servlet;

import dev.autoversion.AssetResponse;
import dev.autoversion.Storing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer on its way out. */
record Sending(AssetResponse answer, HttpServletRequest request, HttpServletResponse response) {
  void send(Sendfile sendfile) throws IOException {
    boolean sent = false;
    try {
      response.setStatus(answer.status());
      answer.headers().forEach(this::set);
      // Asking for the stream needlessly makes a compressing filter send its last block.
      if (answer.body().length() > 0 && !sendfile.handOver(answer, request, response)) {
        answer.body().writeTo(response.getOutputStream());
      }
      sent = true;
    } finally {
      if (!sent) {
        abandon();
      }
    }
  }

  private void set(String name, String value) {
    switch (name) {
      case "Content-Type" -> response.setContentType(contentType(value));
      case "Content-Length" -> response.setContentLengthLong(Long.parseLong(value));
      case CacheHeaders.CACHE_CONTROL -> {
        if (value.equals(CacheHeaders.NO_STORE)) {
          CacheHeaders.forbid(response);
        } else {
          response.setHeader(name, value);
        }
      }
      // These two may already be set by a filter that handles other origins.
      case "Vary" -> response.addHeader(name, value);
      case "Access-Control-Allow-Origin" -> {
        if (!response.containsHeader(name)) {
          response.setHeader(name, value);
        }
      }
      default -> response.setHeader(name, value);
    }
  }

  /** The container's own type if it knows one; our parameters, which describe the bytes, stay. */
  private String contentType(String ours) {
    String path = request.getRequestURI();
    int name = path.lastIndexOf('/') + 1;
    int parameter = path.indexOf(';', name);
    @Nullable String known =
        request
            .getServletContext()
            .getMimeType(path.substring(name, parameter < 0 ? path.length() : parameter));
    int semicolon = ours.indexOf(';');
    if (known == null || semicolon == known.length() && ours.startsWith(known)) {
      return ours;
    }
    return semicolon < 0 || known.indexOf(';') >= 0 ? known : known + ours.substring(semicolon);
  }

  /**
   * The exception goes on to the container, which aborts an answer that has begun to be sent. One
   * that has not becomes an error page, which must keep none of the asset's headers.
   */
  private void abandon() {
    RequestStoring.remember(Storing.NEVER, request);
    if (!response.isCommitted()) {
      response.reset();
      CacheHeaders.forbid(response);
    }
  }
}
