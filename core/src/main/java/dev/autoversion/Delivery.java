package dev.autoversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How to answer a request for a versioned URL: {@code /static/js/app-9f3c2ab1d04e.js} is the file
 * behind {@code /static/js/app.js}, and may be cached for ever if that is its current version. For
 * adapters to servers; get one from {@link Autoversion#delivery}.
 */
public final class Delivery {
  private final Resolution.Versioned versioned;
  private final Stamp stamp;
  private final @Nullable Body body;
  private final BooleanSupplier unmoved;

  private Delivery(Resolution.Versioned versioned, @Nullable Body body, BooleanSupplier unmoved) {
    this.versioned = versioned;
    this.stamp = versioned.seen().stamp();
    this.body = body;
    this.unmoved = unmoved;
  }

  static Delivery ofFile(Resolution.Versioned versioned, BooleanSupplier unmoved) {
    return new Delivery(versioned, null, unmoved);
  }

  static Delivery ofBody(Resolution.Versioned versioned, Body body) {
    return new Delivery(versioned, body, () -> true);
  }

  /** {@return the URL without the version where that is part of the path: what the server knows} */
  public String url() {
    return versioned.finding().plainUrl();
  }

  /**
   * {@return the asset's path in the site, decoded, without version, query and path parameters:
   * {@code /static/js/a b.js}} A server that reads another path out of the same request sends
   * another file.
   */
  public String path() {
    return versioned.seen().path().name();
  }

  /**
   * {@return whether the URL carries the asset's current version, so that the answer may be cached
   * for ever (RFC 8246)} The answer to any other version must not be stored.
   */
  public boolean isCurrent() {
    return versioned.isCurrent();
  }

  /** {@return the size of the asset whose version was compared; empty where it is not known} */
  public OptionalLong size() {
    return stamp.size() < 0 ? OptionalLong.empty() : OptionalLong.of(stamp.size());
  }

  /**
   * {@return the modification time of the asset whose version was compared; empty where it is not
   * known} A server with a cache of its own that names another time sends other bytes.
   */
  public Optional<Instant> lastModified() {
    Instant modified = stamp.modified().toInstant();
    return modified.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(modified);
  }

  /**
   * {@return whether a precompressed copy beside the asset's file is older than it, and so of other
   * bytes}
   *
   * @param extension what the copy's name has behind the asset's: {@code .gz}
   */
  public boolean isNewerThanCopy(String extension) {
    try {
      Path file = versioned.seen().path().find().flatMap(Asset::file).orElse(null);
      if (file == null) {
        return false;
      }
      Path copy = file.resolveSibling(file.getFileName() + extension);
      return Files.exists(copy)
          && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(file)) < 0;
    } catch (IOException | RuntimeException e) {
      // Whoever asks then forbids storing the answer; the failure is reported at the next recheck.
      return true;
    }
  }

  /** {@return the bytes to send; empty where the server sends the file as it is} */
  public Optional<Body> body() {
    return Optional.ofNullable(body);
  }

  /**
   * {@return whether the asset still is the one whose version was compared} Ask when the answer's
   * first bytes are about to leave: a file that was swapped in between must not be sent as
   * immutable.
   */
  public boolean isUnmoved() {
    return unmoved.getAsBoolean();
  }

  /**
   * Bytes to send in place of the file's: a stylesheet with versioned references, or a file that
   * changed a moment ago.
   *
   * @param bytes the bytes; shared, and so not to be changed
   * @param etag a strong entity tag of these bytes, with its quotes (RFC 9110, section 8.8.3)
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Never compared; a copy for each request would be waste.
  public record Body(byte[] bytes, String etag) {}
}
