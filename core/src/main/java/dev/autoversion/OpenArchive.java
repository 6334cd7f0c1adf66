package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * An archive of the class path, opened only for us. A handle that the JVM caches is shared by all
 * class loaders of a jar: it stays open when ours is gone, or another one closes it.
 */
final class OpenArchive implements AutoCloseable {
  // The zip format's clock starts in 1980; archivers write its first month for "no time".
  private static final FileTime OLDEST_USABLE =
      FileTime.from(Instant.parse("1980-02-02T00:00:00Z"));

  private final JarFile jar;
  private final Once<Boolean> hasTimes = new Once<>(this::timesDiffer);

  OpenArchive(JarFile jar) {
    this.jar = jar;
  }

  /** The archive of an entry's address, or null if the address leads into no archive. */
  static @Nullable OpenArchive at(URL entry) throws IOException {
    return connection(entry) instanceof JarURLConnection archive
        ? new OpenArchive(archive.getJarFile())
        : null;
  }

  static URLConnection connection(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection;
  }

  /** All entries except folders, from front to back. */
  Stream<? extends ZipEntry> files() {
    return jar.stream().filter(entry -> !entry.isDirectory());
  }

  Stream<String> names() {
    return jar.stream().map(ZipEntry::getName);
  }

  InputStream open(ZipEntry entry) throws IOException {
    return jar.getInputStream(entry);
  }

  JarFile jar() {
    return jar;
  }

  /**
   * The archive's file; null if it lies in another archive, or its name can't be expressed here.
   */
  @Nullable Path file(String address) {
    try {
      return ClassPath.isFile(address) ? Path.of(jar.getName()) : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /**
   * Whether an entry's time can tell one build from another. Reproducible archives give all entries
   * one time, image builders a time in 1970 or 1980.
   */
  boolean hasReliableTime(@Nullable FileTime time) throws IOException {
    return time != null && time.compareTo(OLDEST_USABLE) > 0 && hasTimes.get();
  }

  private boolean timesDiffer() {
    List<Long> times = files().map(ZipEntry::getTime).toList();
    return times.size() == 1 || times.stream().distinct().count() > 1;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
