package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
 * @param isReliable whether every later edit will show
 */
record SourceStamp(String text, boolean isReliable) {
  private static final String NAME = "autoversion.source";
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev";
  // Another edit could hide behind the same tick of the clock (git calls that racily clean).
  private static final Duration TOO_RECENT = Duration.ofSeconds(2);

  /** Of a file, links followed; empty where the file system does not tell enough. */
  static Optional<SourceStamp> of(Path source) throws IOException {
    if (!source.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    Map<String, Object> seen = Files.readAttributes(source, UNIX);
    long changed = nanos(seen.get("ctime"));
    Instant settled = Instant.now().minus(TOO_RECENT);
    long nanos = TimeUnit.SECONDS.toNanos(settled.getEpochSecond()) + settled.getNano();
    String text =
        seen.get("size")
            + " "
            + nanos(seen.get("lastModifiedTime"))
            + " "
            + changed
            + " "
            + seen.get("dev")
            + ":"
            + seen.get("ino");
    return Optional.of(new SourceStamp(text, changed < nanos));
  }

  /** Whether a copy was made of a source that looked so, and can be vouched for. */
  boolean isOn(Path copy) {
    try {
      UserDefinedFileAttributeView view = view(copy);
      ByteBuffer kept = ByteBuffer.allocate(text.length() + 1);
      return isReliable
          && view != null
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

  private static long nanos(@Nullable Object time) {
    return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : 0;
  }
}
