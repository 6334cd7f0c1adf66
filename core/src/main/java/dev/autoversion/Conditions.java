package dev.autoversion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The conditions of a request, in the order of RFC 9110, 13.2.2. */
final class Conditions {
  private Conditions() {}

  /** Their outcome. */
  enum Outcome {
    /** The answer is sent. */
    SEND,
    /** The browser already has it (304). */
    UNMODIFIED,
    /** The browser does not want it in this case (412). */
    FAILED
  }

  static Outcome of(AssetRequest request, Representation selected) {
    String modified = selected.traits().modified();
    List<String> match = request.headers("If-Match");
    if (!match.isEmpty()) {
      if (!EntityTags.match(match, selected.etag(), false)) {
        return Outcome.FAILED;
      }
    } else if (isBefore(request.headers("If-Unmodified-Since"), modified)) {
      return Outcome.FAILED;
    }
    List<String> noneMatch = request.headers("If-None-Match");
    boolean unmodified =
        noneMatch.isEmpty()
            ? isNotBefore(request.headers("If-Modified-Since"), modified)
            : EntityTags.match(noneMatch, selected.etag(), true);
    return unmodified ? Outcome.UNMODIFIED : Outcome.SEND;
  }

  /**
   * Whether a part may be sent: the browser has the rest of the same bytes, or sets no condition.
   */
  static boolean allowPart(AssetRequest request, Representation selected) {
    List<String> lines = request.headers("If-Range");
    if (lines.isEmpty()) {
      return true;
    }
    String given = lines.get(0).strip();
    return lines.size() == 1
        && (given.equals(selected.etag())
            || !given.isEmpty() && given.equals(selected.traits().modified()));
  }

  private static boolean isBefore(List<String> lines, String modified) {
    Optional<Instant> given = time(lines, modified);
    return given.isPresent() && given.get().isBefore(HttpDate.parse(modified).orElseThrow());
  }

  private static boolean isNotBefore(List<String> lines, String modified) {
    if (lines.size() == 1 && !modified.isEmpty() && lines.get(0).equals(modified)) {
      return true; // Sent back as it was; reading two times took ten times as long as the rest.
    }
    Optional<Instant> given = time(lines, modified);
    return given.isPresent() && !given.get().isBefore(HttpDate.parse(modified).orElseThrow());
  }

  private static Optional<Instant> time(List<String> lines, String modified) {
    return lines.size() == 1 && !modified.isEmpty()
        ? HttpDate.parse(lines.get(0))
        : Optional.empty();
  }
}
