package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A resource that is no file of its own: an entry of a jar, of a nested jar, or of a module. */
record ClasspathAsset(LogicalPath path, URL url, String name) implements Asset {
  private static final FileTime UNKNOWN = FileTime.fromMillis(0);
  // The zip format's clock starts in 1980; archivers write its first month for "no time".
  private static final FileTime OLDEST_USABLE =
      FileTime.from(Instant.parse("1980-02-02T00:00:00Z"));

  @Override
  public long size() throws IOException {
    if (!(connection() instanceof JarURLConnection archive)) {
      return -1;
    }
    try (JarFile jar = archive.getJarFile()) {
      // The connection is asked, as Spring Boot's entry of a nested jar doesn't tell.
      return jar.getEntry(archive.getEntryName()) == null ? -1 : archive.getContentLengthLong();
    }
  }

  @Override
  public FileTime lastModified() throws IOException {
    return jarEntry()
        .flatMap(entry -> Optional.ofNullable(entry.getLastModifiedTime()))
        .orElse(UNKNOWN);
  }

  @Override
  public InputStream open() throws IOException {
    return connection().getInputStream();
  }

  /** An archive on the class path does not change while it is open, so its address says it all. */
  Stamp stamp() {
    return new Stamp(-1, UNKNOWN, UNKNOWN, url.toString());
  }

  /**
   * Whether the entry's time can tell one build from another. Reproducible archives give all
   * entries one time, image builders that of 1970 or 1980.
   */
  boolean hasUsableTime() throws IOException {
    if (!(connection() instanceof JarURLConnection archive)
        || lastModified().compareTo(OLDEST_USABLE) <= 0) {
      return false;
    }
    try (JarFile jar = archive.getJarFile()) {
      List<Long> times =
          jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getTime).toList();
      return times.size() == 1 || times.stream().distinct().count() > 1;
    }
  }

  private Optional<ZipEntry> jarEntry() throws IOException {
    if (!(connection() instanceof JarURLConnection archive)) {
      return Optional.empty();
    }
    try (JarFile jar = archive.getJarFile()) {
      return Optional.ofNullable(jar.getEntry(archive.getEntryName()));
    }
  }

  /**
   * A connection with a handle of its own, which is closed with its stream or jar. A cached one is
   * shared by all class loaders of a jar: it outlives one, or another one closes it.
   */
  private URLConnection connection() throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection;
  }
}
