package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A moment by the clock of a file system, which sets its files' times: it may have a resolution of
 * a second, or belong to another machine.
 *
 * @param device the file system
 * @param nanos since the epoch
 */
record Moment(String device, long nanos) {
  /** Long ago, everywhere. */
  static final Moment UNKNOWN = new Moment("", Long.MIN_VALUE);

  /** When a file was last touched; unknown if the file system does not tell. */
  static Moment of(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? of(Files.readAttributes(file, "unix:ctime,dev"))
        : UNKNOWN;
  }

  /** When a file was last touched, from its attributes {@code ctime} and {@code dev}. */
  static Moment of(Map<String, Object> seen) {
    return new Moment(String.valueOf(seen.get("dev")), nanos(seen.get("ctime")));
  }

  /** Whether it certainly came after the other one. */
  boolean isAfter(Moment other) {
    return nanos > other.nanos && device.equals(other.device);
  }

  /** A file's time. */
  static long nanos(@Nullable Object time) {
    return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : 0;
  }
}
