package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A resource that is not a file: an entry of a jar, of a nested jar, or of a module. */
record ClasspathAsset(LogicalPath path, URL url, String name) implements Asset {
  private static final String INSIDE = "!/";

  @Override
  public long size() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return -1;
    }
    try (JarFile jar = archive.getJarFile()) {
      // Ask the connection, since Spring Boot's entry of a nested jar does not know it.
      return jar.getEntry(archive.getEntryName()) == null ? -1 : archive.getContentLengthLong();
    }
  }

  @Override
  public FileTime lastModified() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return Stamp.NO_TIME;
    }
    try (JarFile jar = archive.getJarFile()) {
      return time(jar, archive).orElse(Stamp.NO_TIME);
    }
  }

  @Override
  public InputStream open() throws IOException {
    return OpenArchive.connection(url).getInputStream();
  }

  @Override
  public Stamp stamp() throws IOException {
    String text = url.toString();
    int end = text.lastIndexOf(INSIDE);
    if (end < 0) {
      return Stamp.ofIdentity(text);
    }
    String archive = text.substring(0, end);
    // Entries of a nested archive are read by a loader that has it open.
    return stamp(archive, name, ClassPath.isFile(archive) ? fileOf(archiveFile()) : "");
  }

  private @Nullable Path archiveFile() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return null;
    }
    try {
      return ClassPath.toPath(archive.getJarFileURL());
    } catch (IOException e) { // From an address that is not encoded.
      return null;
    }
  }

  /**
   * The stamp of an entry.
   *
   * @param archive the address of the archive, with which a resource's address begins: {@code
   *     jar:file:/a.jar}
   * @param file the result of {@link #fileOf} for the archive
   */
  static Stamp stamp(String archive, String name, String file) {
    return Stamp.ofIdentity(archive + INSIDE + name + file);
  }

  /**
   * A text that changes when the archive is replaced: a deploy may do so while the program runs,
   * and entries are read by the archive's name.
   */
  static String fileOf(@Nullable Path archive) throws IOException {
    return archive == null ? "" : " " + Stamp.ofFile(archive.toRealPath());
  }

  @Override
  public boolean hasReliableTime() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return false;
    }
    try (OpenArchive open = new OpenArchive(archive.getJarFile())) {
      return open.hasReliableTime(time(open.jar(), archive).orElse(null));
    }
  }

  private static Optional<FileTime> time(JarFile jar, JarURLConnection archive) throws IOException {
    return Optional.ofNullable(jar.getEntry(archive.getEntryName()))
        .map(ZipEntry::getLastModifiedTime);
  }
}
