package dev.autoversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What could not be listed: thrown at the end of a list, after everything else. */
final class Failures {
  private @Nullable String message;
  private @Nullable IOException first;
  private long more;

  void add(IOException cause) {
    add(cause.toString(), cause);
  }

  void add(String message, IOException cause) {
    if (first == null) {
      this.message = message;
      first = cause;
    } else {
      more++;
    }
  }

  /** The asset that is looked for; none if that fails. */
  Stream<Asset> find(Once.Making<Optional<Asset>> asset) {
    try {
      return asset.make().stream();
    } catch (IOException e) {
      add(e);
    } catch (RuntimeException e) { // From a user's own source.
      add(e.toString(), new IOException(e));
    }
    return Stream.empty();
  }

  /** Fails if anything did. */
  void end() {
    if (first != null) {
      String others = more == 0 ? "" : ", and " + more + " more";
      throw new UncheckedIOException(message + others, first);
    }
  }
}
