package dev.autoversion.servlet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a container's headers say of the bytes that it sends; pure text. */
final class Claims {
  private Claims() {}

  /** The number of bytes, or -1 where it is not known. */
  static long length(@Nullable String contentLength) {
    if (contentLength == null || contentLength.isEmpty() || contentLength.length() > 18) {
      return -1;
    }
    boolean number = contentLength.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Long.parseLong(contentLength) : -1;
  }

  /** Whether a {@code Last-Modified} names a time; it has whole seconds only. */
  static boolean fits(@Nullable String lastModified, Optional<Instant> time) {
    if (lastModified == null || time.isEmpty()) {
      return true;
    }
    try {
      Instant named =
          ZonedDateTime.parse(lastModified, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return named.equals(time.get().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
