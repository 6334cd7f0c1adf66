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
 * What one {@code stat} tells of an asset; two equal stamps mean bytes that need not be read again.
 *
 * @param size bytes, or -1
 * @param modified the modification time
 * @param changed the time of the last change of any kind (Unix ctime), which no tool can set back;
 *     the modification time where the file system has none
 * @param key the file's identity (device and inode, or a resource's URL), or ""
 */
record Stamp(long size, FileTime modified, FileTime changed, Object key) {
  // Younger than this, another edit of equal size could hide behind the same clock tick (git calls
  // such a file "racily clean").
  private static final Duration TOO_RECENT = Duration.ofSeconds(2);
  private static final FileTime NO_TIME = FileTime.fromMillis(0);

  /** Of what is no asset, or no longer one. */
  static final Stamp UNKNOWN = new Stamp(-1, NO_TIME, NO_TIME, "");

  private static final String UNIX = "unix:size,lastModifiedTime,ctime,fileKey,isRegularFile";

  static Stamp of(Asset asset) throws IOException {
    if (asset instanceof FileAsset file) {
      return file.stamp();
    }
    if (asset instanceof ClasspathAsset resource) {
      return resource.stamp();
    }
    return now(asset);
  }

  /** The stamp as it is now, even where the asset remembers one from when it was found. */
  static Stamp now(Asset asset) throws IOException {
    if (asset instanceof FileAsset file) {
      return ofFile(file.location());
    }
    if (asset instanceof ClasspathAsset resource) {
      return resource.stamp();
    }
    Path file = asset.file().orElse(null);
    if (file != null) {
      return ofFile(file);
    }
    FileTime modified = asset.lastModified();
    return new Stamp(asset.size(), modified, modified, "");
  }

  /** The stamp of a real file; a size of -1 means that it is no regular file. */
  static Stamp ofFile(Path real) throws IOException {
    return real.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? ofUnixFile(Files.readAttributes(real, UNIX, LinkOption.NOFOLLOW_LINKS))
        : ofBasicFile(
            Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
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

  boolean sameAs(Stamp other) {
    return size == other.size
        && modified.equals(other.modified)
        && changed.equals(other.changed)
        && key.equals(other.key);
  }

  /**
   * Whether every later edit will show: the times are known, and the last change is not recent. An
   * empty file may be one that is just being cut off to be written anew: ext4 shows its new size
   * before its new time.
   */
  boolean isReliable(Instant now) {
    boolean unknown = changed.equals(NO_TIME) && key.equals("");
    boolean recent =
        changed.toInstant().plus(TOO_RECENT).isAfter(now)
            && changed.toInstant().minus(TOO_RECENT).isBefore(now);
    return !unknown && !recent && size != 0;
  }
}
