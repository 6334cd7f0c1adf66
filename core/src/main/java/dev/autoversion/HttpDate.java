package dev.autoversion;

import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A time as headers write it (RFC 9110, 5.6.7): {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
final class HttpDate {
  private static final DateTimeFormatter FIXED = form("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
  // A two-digit year may be of the last century or of this one.
  private static final DateTimeFormatter RFC_850 =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1970, 1, 1))
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ASCTIME = form("EEE MMM ppd HH:mm:ss yyyy");

  private HttpDate() {}

  /** The text of a file's time; "" if it is in the future, or too old to mean anything. */
  static String of(FileTime time, Instant now) {
    Instant instant = time.toInstant();
    // A future time must not be sent (RFC 9110, 8.8.2.1).
    boolean known = time.compareTo(FixedTime.FIRST_OF_THE_WEB) >= 0 && !instant.isAfter(now);
    try {
      return known ? FIXED.format(instant.truncatedTo(ChronoUnit.SECONDS)) : "";
    } catch (DateTimeException e) { // A year with five digits.
      return "";
    }
  }

  /** The time in a header; empty if it is not a time. */
  static Optional<Instant> parse(String text) {
    for (DateTimeFormatter form : List.of(FIXED, RFC_850, ASCTIME)) {
      try {
        return Optional.of(Instant.from(form.parse(text.strip())));
      } catch (DateTimeException e) {
        // Another form, or none.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
