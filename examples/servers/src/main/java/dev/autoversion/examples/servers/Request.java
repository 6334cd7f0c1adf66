package dev.autoversion.examples.servers;

import dev.autoversion.AssetRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request, independent of the server.
 *
 * @param lines all values of a header, by its name; none if it was not sent
 */
record Request(
    String method,
    String path,
    Optional<String> query,
    String contextPath,
    Function<String, List<String>> lines)
    implements AssetRequest {
  @Override
  public List<String> headers(String name) {
    return lines.apply(name);
  }
}
