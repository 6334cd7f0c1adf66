package dev.autoversion.examples;

import dev.autoversion.AssetRequest;
import dev.autoversion.Autoversion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an asset weighs on the wire, by content coding.
 *
 * @param reference the asset, as a template names it
 * @param sizes one for each coding
 */
public record Wire(Marked reference, List<Size> sizes) {
  private static final List<String> CODINGS = List.of("identity", "gzip", "br", "zstd");

  /**
   * One coding.
   *
   * @param coding as {@code Accept-Encoding} names it
   * @param bytes the length of the answer's body
   * @param percent of the asset without a coding
   * @param chosen whether the answer has this coding; one that saves too little is not used
   */
  public record Size(String coding, long bytes, long percent, boolean chosen) {}

  /** A request for one coding alone. */
  private record Ask(String path, String coding) implements AssetRequest {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public Optional<String> query() {
      return Optional.empty();
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return name.equalsIgnoreCase("Accept-Encoding") ? List.of(coding) : List.of();
    }
  }

  /** Asks for an asset once per coding, as browsers would that know no other. */
  static Wire of(String reference, Autoversion autoversion) {
    String url = autoversion.url(reference);
    List<Size> answers =
        CODINGS.stream().map(coding -> size(new Ask(url, coding), autoversion)).toList();
    long whole = answers.get(0).bytes();
    return new Wire(
        Marked.url(reference),
        answers.stream()
            .map(
                size ->
                    new Size(
                        size.coding(),
                        size.bytes(),
                        Math.round(100.0 * size.bytes() / whole),
                        size.chosen()))
            .toList());
  }

  private static Size size(Ask request, Autoversion autoversion) {
    return autoversion
        .respond(request)
        .map(
            answer ->
                new Size(
                    request.coding(),
                    answer.body().length(),
                    100,
                    isIn(request.coding(), answer.headers())))
        .orElseThrow(() -> new IllegalStateException("no answer to " + request.path()));
  }

  private static boolean isIn(String coding, Map<String, String> headers) {
    return headers.getOrDefault("Content-Encoding", "identity").equals(coding);
  }
}
