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
import org.jspecify.annotations.Nullable;

/**
 * What one {@code stat} of a source showed when it was read, kept with its copy as an extended
 * attribute: while the source still looks so, its bytes are those of the copy and need not be read.
 * The change time is among it, which no tool can set back, and the inode. Where a file system has
 * no such attributes, a source is read each time.
 *
 * @param text size, times, device and inode
 */
record SourceStamp(String text) {
  private static final String NAME = "autoversion.source";
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev";
  // Another edit could hide behind the same tick of the clock (git calls that racily clean).
  private static final Duration TOO_RECENT = Duration.ofSeconds(2);

  /** Of a file that can be vouched for; links are followed. */
  static Optional<SourceStamp> of(Path source) throws IOException {
    if (!source.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    Map<String, Object> seen = Files.readAttributes(source, UNIX);
    FileTime changed = (FileTime) seen.get("ctime");
    if (changed == null || changed.toInstant().plus(TOO_RECENT).isAfter(Instant.now())) {
      return Optional.empty();
    }
    return Optional.of(
        new SourceStamp(
            seen.get("size")
                + " "
                + time((FileTime) seen.get("lastModifiedTime"))
                + " "
                + time(changed)
                + " "
                + seen.get("dev")
                + ":"
                + seen.get("ino")));
  }

  /** Whether a copy was made of a source that looked so. */
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
      if (view != null) {
        view.write(NAME, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      }
    } catch (IOException e) {
      // The source is read again next time, as without it.
    }
  }

  private static @Nullable UserDefinedFileAttributeView view(Path copy) {
    return Files.getFileAttributeView(copy, UserDefinedFileAttributeView.class);
  }

  private static String time(@Nullable FileTime time) {
    Instant instant = time == null ? Instant.EPOCH : time.toInstant();
    return instant.getEpochSecond() + "." + instant.getNano();
  }
}
