package dev.autoversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What one look at an asset showed, without reading it: if two stamps are equal, the bytes need not
 * be read again. Make one for assets of your own source if size and time are not enough: {@code
 * Stamp.ofIdentity("row 7, revision 3")}.
 */
public final class Stamp {
  // If a change is younger than this, another edit of equal size could fall into the same clock
  // tick (git calls such a file "racily clean").
  private static final Duration TOO_RECENT = Duration.ofSeconds(2);

  /** The time of something whose time is not known. */
  static final FileTime NO_TIME = FileTime.fromMillis(0);

  private static final String UNIX = "unix:size,lastModifiedTime,ctime,fileKey,isRegularFile";

  private final long size;
  private final FileTime modified;
  // The time of the last change of any kind (Unix ctime), which no tool can set back; else the
  // modification time.
  private final FileTime changed;
  // Device and inode, or the identity that was given, or "".
  private final Object key;

  private Stamp(long size, FileTime modified, FileTime changed, Object key) {
    this.size = size;
    this.modified = modified;
    this.changed = changed;
    this.key = key;
  }

  /**
   * The stamp of a real file, by one {@code stat}: size, times, device and inode.
   *
   * @param real the file; not a link, since its target could be replaced unnoticed
   * @return the stamp
   * @throws IOException if the file can't be looked at
   */
  public static Stamp ofFile(Path real) throws IOException {
    return real.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? ofUnixFile(Files.readAttributes(real, UNIX, LinkOption.NOFOLLOW_LINKS))
        : ofBasicFile(
            Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  /**
   * The stamp of an asset that has a size and a time, as a database row may have: {@code (1234,
   * 2024-01-02T03:04:05Z)}. If the time is not known, pass the epoch: the asset is then read at
   * every recheck.
   *
   * @param size the number of bytes, or -1 where it is not known
   * @param modified when the asset was last changed
   * @return the stamp
   */
  public static Stamp of(long size, FileTime modified) {
    Objects.requireNonNull(modified, "modified");
    return new Stamp(size, modified, modified, "");
  }

  /**
   * The stamp of an asset that has a text which changes exactly when its bytes do: an archive
   * entry's address, a row's revision. Size and time are not used then.
   *
   * @param identity the text
   * @return the stamp
   * @throws IllegalArgumentException if the text is empty
   */
  public static Stamp ofIdentity(String identity) {
    if (identity.isEmpty()) {
      throw new IllegalArgumentException("an identity is a text that names the bytes, not empty");
    }
    return new Stamp(-1, NO_TIME, NO_TIME, identity);
  }

  private static Stamp ofUnixFile(Map<String, Object> seen) {
    boolean regular = value(seen, "isRegularFile", Boolean.class);
    return new Stamp(
        regular ? value(seen, "size", Long.class) : -1,
        value(seen, "lastModifiedTime", FileTime.class),
        value(seen, "ctime", FileTime.class),
        value(seen, "fileKey", Object.class));
  }

  private static Stamp ofBasicFile(BasicFileAttributes seen) {
    FileTime modified = seen.lastModifiedTime();
    Object key = seen.fileKey();
    return new Stamp(
        seen.isRegularFile() ? seen.size() : -1, modified, modified, key == null ? "" : key);
  }

  private static <T> T value(Map<String, Object> seen, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(seen.get(name), name));
  }

  /** The number of bytes, or -1 if it is not known or this is not a regular file. */
  long size() {
    return size;
  }

  FileTime modified() {
    return modified;
  }

  /**
   * Whether every later edit will show: the times are known, and the last change is not recent. An
   * empty file may have just been truncated, to be written anew: ext4 shows its new size before its
   * new time.
   */
  boolean isReliable(Instant now) {
    boolean unknown = changed.equals(NO_TIME) && key.equals("");
    Duration apart = Duration.between(changed.toInstant(), now).abs();
    boolean recent = apart.compareTo(TOO_RECENT) < 0;
    return !unknown && !recent && size != 0;
  }

  // Written by hand: on JDK 17 a record's generated one keeps this class loader alive once it has
  // run.
  @Override
  public boolean equals(Object other) {
    return other instanceof Stamp that
        && size == that.size
        && modified.equals(that.modified)
        && changed.equals(that.changed)
        && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(size) + modified.hashCode()) + key.hashCode();
  }

  /** Everything that was seen, for messages. */
  @Override
  public String toString() {
    return "Stamp[size="
        + size
        + ", modified="
        + modified
        + ", changed="
        + changed
        + ", key="
        + key
        + "]";
  }
}
