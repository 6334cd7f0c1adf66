package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A resource that is no file of its own: an entry of a jar, of a nested jar, or of a module. */
record ClasspathAsset(LogicalPath path, URL url, ClassLoader loader, String name) implements Asset {
  private static final FileTime UNKNOWN = FileTime.fromMillis(0);
  // The zip format's clock starts in 1980; archivers write its first month for "no time".
  private static final FileTime OLDEST_USABLE =
      FileTime.from(Instant.parse("1980-02-02T00:00:00Z"));

  @Override
  public long size() throws IOException {
    return jarEntry().map(ZipEntry::getSize).orElse(-1L);
  }

  @Override
  public FileTime lastModified() throws IOException {
    return jarEntry()
        .flatMap(entry -> Optional.ofNullable(entry.getLastModifiedTime()))
        .orElse(UNKNOWN);
  }

  @Override
  public InputStream open() throws IOException {
    InputStream bytes = loader.getResourceAsStream(name);
    if (bytes == null) {
      throw new NoSuchFileException(name, null, "no longer on the class path");
    }
    return bytes;
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
    URLConnection connection = url.openConnection();
    if (!(connection instanceof JarURLConnection archive)
        || lastModified().compareTo(OLDEST_USABLE) <= 0) {
      return false;
    }
    archive.setUseCaches(false);
    try (JarFile jar = archive.getJarFile()) {
      List<Long> times =
          jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getTime).toList();
      return times.size() == 1 || times.stream().distinct().count() > 1;
    }
  }

  private Optional<ZipEntry> jarEntry() throws IOException {
    URLConnection connection = url.openConnection();
    if (!(connection instanceof JarURLConnection archive)) {
      return Optional.empty();
    }
    // Without caches, and closed at once: a cached handle would outlive the class loader.
    archive.setUseCaches(false);
    try (JarFile jar = archive.getJarFile()) {
      return Optional.ofNullable(jar.getEntry(archive.getEntryName()));
    }
  }
}
