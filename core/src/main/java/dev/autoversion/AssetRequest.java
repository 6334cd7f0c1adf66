package dev.autoversion;

import java.util.List;
import java.util.Optional;

/**
 * A request, as far as {@link Autoversion#respond} looks at it. Implement it over a server's own
 * request: {@code GET /shop/static/app-9f3c2ab1d04e.js}. Only what is needed is asked for, so read
 * from the server's request rather than making copies.
 */
public interface AssetRequest {
  /** {@return the method, as it was sent: {@code GET}} */
  String method();

  /**
   * {@return the path as it was sent, percent-encoded, with the context path and with path
   * parameters: {@code /shop/static/a%20b.js}}
   */
  String path();

  /** {@return the query without its question mark: {@code v=9f3c2ab1d04e}; empty without one} */
  Optional<String> query();

  /**
   * {@return "" or the path that this application's URLs begin with in this request: {@code /shop}}
   * If a proxy sends a prefix, this differs from what the server was configured with.
   */
  String contextPath();

  /**
   * The values of a header, each as it was sent.
   *
   * @param name the header's name; case does not matter
   * @return its values, one for each line, in order; an empty list if it was not sent
   */
  List<String> headers(String name);
}
