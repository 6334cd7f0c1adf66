package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code stat} of a source showed before it was read, kept with its copy as an extended
 * attribute: while the source still looks so, its bytes are those of the copy and need not be read.
 * The change time is among it, which no tool can set back, and the inode. Where a file system has
 * no such attributes, a source is read each time.
 *
 * @param text size, times, device and inode
 * @param size how many bytes it has
 * @param changed its change time
 * @param isReliable whether every later edit will show: it had not changed since the run began, by
 *     the clock of its own file system, or not for some time
 */
record SourceStamp(String text, long size, Moment changed, boolean isReliable) {
  private static final String NAME = "autoversion.source";
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev";
  // Another edit could hide behind the same tick of the clock (git calls that racily clean).
  private static final Duration TOO_RECENT = Duration.ofSeconds(2);

  /** Of a file, links followed; empty where the file system does not tell enough. */
  static Optional<SourceStamp> of(Path source, Moment began) throws IOException {
    if (!source.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    Map<String, Object> seen = Files.readAttributes(source, UNIX);
    Moment changed = Moment.of(seen);
    long size = seen.get("size") instanceof Long known ? known : 0;
    String text =
        size
            + " "
            + Moment.nanos(seen.get("lastModifiedTime"))
            + " "
            + changed.nanos()
            + " "
            + changed.device()
            + ":"
            + seen.get("ino");
    boolean reliable = isSettled(changed, began, Instant.now());
    return Optional.of(new SourceStamp(text, size, changed, reliable));
  }

  /** Whether every edit from now on gets a later time than the last one. */
  static boolean isSettled(Moment changed, Moment began, Instant now) {
    Instant settled = now.minus(TOO_RECENT);
    long nanos = TimeUnit.SECONDS.toNanos(settled.getEpochSecond()) + settled.getNano();
    // Nothing that happens after the run has made a file is older than that one.
    return began.isAfter(changed) || changed.nanos() < nanos;
  }

  /** Whether a file that looked so has been left alone since: every change moves this time. */
  boolean isStillOn(Path source) throws IOException {
    return Moment.nanos(Files.getAttribute(source, "unix:ctime")) == changed.nanos();
  }

  /** Whether a copy was made of a source that looked so, and can be vouched for. */
  boolean isOn(Path copy) {
    try {
      UserDefinedFileAttributeView view = view(copy);
      ByteBuffer kept = ByteBuffer.allocate(text.length() + 1);
      return view != null
          && view.read(NAME, kept) == text.length()
          && text.equals(new String(kept.array(), 0, text.length(), StandardCharsets.US_ASCII));
    } catch (IOException e) { // It has none, or another one that is longer.
      return false;
    }
  }

  /** Puts it on a copy, where that can be done. */
  void put(Path copy) {
    try {
      UserDefinedFileAttributeView view = view(copy);
      if (isReliable && view != null) {
        view.write(NAME, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      }
    } catch (IOException e) {
      // The source is read again next time, as without it.
    }
  }

  private static @Nullable UserDefinedFileAttributeView view(Path copy) {
    return Files.getFileAttributeView(copy, UserDefinedFileAttributeView.class);
  }
}
