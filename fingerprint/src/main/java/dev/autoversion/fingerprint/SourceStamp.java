package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code stat} of a source showed before it was read, kept with its copy as an extended
 * attribute, together with the copy's own time. While neither has changed, source and copy have the
 * same bytes, and the source need not be read. It includes the source's change time, which no tool
 * can set back, and the inode. If a file system provides or keeps less, the source is read each
 * time.
 *
 * @param text size, times, device and inode
 * @param size its size in bytes
 * @param modified when its bytes were written
 * @param isReliable whether every later edit will show: by the clock of its own file system, it had
 *     not changed since the run began, or not for some time
 */
record SourceStamp(String text, long size, FileTime modified, boolean isReliable) {
  private static final String NAME = "autoversion.source";
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev";
  private static final String ELSEWHERE = "size,lastModifiedTime";
  // Another edit could have the same time (git calls that racily clean).
  private static final Duration TOO_RECENT = Duration.ofSeconds(2);

  /** The stamp of a file, links followed; not reliable if the file system does not tell enough. */
  static SourceStamp of(Path source, Moment began) throws IOException {
    boolean unix = source.getFileSystem().supportedFileAttributeViews().contains("unix");
    Map<String, Object> seen = Files.readAttributes(source, unix ? UNIX : ELSEWHERE);
    FileTime modified =
        seen.get("lastModifiedTime") instanceof FileTime known ? known : FileTime.fromMillis(0);
    Moment changed = Moment.of(seen);
    long size = seen.get("size") instanceof Long known ? known : 0;
    String text =
        size
            + " "
            + Moment.nanos(modified)
            + " "
            + changed.nanos()
            + " "
            + changed.device()
            + ":"
            + seen.get("ino");
    boolean reliable = unix && isSettled(changed, began, Instant.now());
    return new SourceStamp(text, size, modified, reliable);
  }

  /**
   * The stamp of a referrer: these patterns decide which of its references are missing, and our
   * release which are found at all.
   */
  SourceStamp ofReferrer(List<String> excluded) {
    String release = SourceStamp.class.getPackage().getImplementationVersion();
    int rules = Objects.hash(excluded, release);
    return new SourceStamp(text + " " + Integer.toHexString(rules), size, modified, isReliable);
  }

  /** Whether every edit from now on gets a later time than the last one. */
  static boolean isSettled(Moment changed, Moment began, Instant now) {
    Instant settled = now.minus(TOO_RECENT);
    long nanos = TimeUnit.SECONDS.toNanos(settled.getEpochSecond()) + settled.getNano();
    // Nothing that happens after the run has created a file is older than that file.
    return began.isAfter(changed) || changed.nanos() < nanos;
  }

  /** Whether a file with this stamp is unchanged since. */
  boolean isStillOn(Path source) throws IOException {
    return of(source, Moment.UNKNOWN).text.equals(text);
  }

  /** Whether a copy was made from a source with this stamp, and is unchanged since. */
  boolean isOn(Path copy, long length) {
    try {
      BasicFileAttributes seen = Files.readAttributes(copy, BasicFileAttributes.class);
      return seen.size() == length && isKept(copy, with(seen.lastModifiedTime()));
    } catch (IOException e) { // There is no copy, or it has no stamp, or a different, longer one.
      return false;
    }
  }

  private static boolean isKept(Path copy, String stamp) throws IOException {
    UserDefinedFileAttributeView view = view(copy);
    ByteBuffer kept = ByteBuffer.allocate(stamp.length() + 1);
    return view != null
        && view.read(NAME, kept) == stamp.length()
        && stamp.equals(new String(kept.array(), 0, stamp.length(), StandardCharsets.US_ASCII));
  }

  private String with(FileTime made) {
    return text + " " + Moment.nanos(made);
  }

  /**
   * Stores it with a copy, if possible, after making the copy no older than the youngest file that
   * it depends on: the running library takes an asset that is younger than its copy for an edited
   * one.
   */
  void put(Path copy, FileTime youngest) {
    try {
      FileTime made = Files.getLastModifiedTime(copy);
      if (made.compareTo(youngest) < 0) {
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(copy, now.compareTo(youngest) < 0 ? youngest : now);
        made = Files.getLastModifiedTime(copy);
      }
      UserDefinedFileAttributeView view = view(copy);
      if (isReliable && view != null) {
        view.write(NAME, ByteBuffer.wrap(with(made).getBytes(StandardCharsets.US_ASCII)));
      }
    } catch (IOException e) {
      // The source is then read again next time.
    }
  }

  private static @Nullable UserDefinedFileAttributeView view(Path copy) {
    return Files.getFileAttributeView(copy, UserDefinedFileAttributeView.class);
  }
}
