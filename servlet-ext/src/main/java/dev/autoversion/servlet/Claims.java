package dev.autoversion.servlet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a container's headers say of the bytes that it sends; pure text. */
final class Claims {
  // With two digits for the day, unlike RFC_1123_DATE_TIME (RFC 9110, section 5.6.7).
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Claims() {}

  /** The number of bytes, or -1 where it is not known. */
  static long length(@Nullable String contentLength) {
    if (contentLength == null || contentLength.isEmpty() || contentLength.length() > 18) {
      return -1;
    }
    boolean number = contentLength.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Long.parseLong(contentLength) : -1;
  }

  /** What the name of a copy in a content coding has at its end: {@code gzip} gives {@code .gz}. */
  static String extension(String coding) {
    return switch (coding) {
      case "gzip" -> ".gz";
      case "zstd" -> ".zst";
      default -> "." + coding;
    };
  }

  /** Whether a {@code Last-Modified} names a time; it has whole seconds only. */
  static boolean fits(@Nullable String lastModified, Optional<Instant> time) {
    return compare(lastModified, time) == 0;
  }

  /** Whether a {@code Last-Modified} names a time or a later one. */
  static boolean isNotBefore(@Nullable String lastModified, Optional<Instant> time) {
    return compare(lastModified, time) >= 0;
  }

  private static int compare(@Nullable String lastModified, Optional<Instant> time) {
    if (lastModified == null || time.isEmpty()) {
      return 0;
    }
    Instant seconds = time.get().truncatedTo(ChronoUnit.SECONDS);
    // Nearly always equal, and to write a time takes less than half of what reading one takes.
    return HTTP_DATE.format(seconds).equals(lastModified) ? 0 : compare(lastModified, seconds);
  }

  private static int compare(String lastModified, Instant time) {
    try {
      return ZonedDateTime.parse(lastModified, DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant()
          .compareTo(time);
    } catch (DateTimeException e) {
      return -1;
    }
  }
}
