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

/** A resource that is no file of its own: an entry of a jar, of a nested jar, or of a module. */
record ClasspathAsset(LogicalPath path, URL url, String name) implements Asset {
  static final FileTime UNKNOWN = FileTime.fromMillis(0);
  private static final String INSIDE = "!/";

  @Override
  public long size() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return -1;
    }
    try (JarFile jar = archive.getJarFile()) {
      // The connection is asked, as Spring Boot's entry of a nested jar doesn't tell.
      return jar.getEntry(archive.getEntryName()) == null ? -1 : archive.getContentLengthLong();
    }
  }

  @Override
  public FileTime lastModified() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return UNKNOWN;
    }
    try (JarFile jar = archive.getJarFile()) {
      return time(jar, archive).orElse(UNKNOWN);
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
    // What lies in an archive that lies in another one is read by a loader that has it open.
    boolean isFile = text.startsWith("jar:file:") && text.indexOf(INSIDE) == end;
    return stamp(text.substring(0, end), name, isFile ? fileOf(archiveFile()) : "");
  }

  private @Nullable Path archiveFile() throws IOException {
    if (!(OpenArchive.connection(url) instanceof JarURLConnection archive)) {
      return null;
    }
    try {
      return ClassPath.toPath(archive.getJarFileURL());
    } catch (IOException e) { // From an address that nobody has encoded.
      return null;
    }
  }

  /**
   * The stamp of an entry.
   *
   * @param archive the address of the archive, as a resource's address begins: {@code
   *     jar:file:/a.jar}
   * @param file what {@link #fileOf} tells of the archive
   */
  static Stamp stamp(String archive, String name, String file) {
    return Stamp.ofIdentity(archive + INSIDE + name + file);
  }

  /**
   * What tells whether an archive is still the same: a deploy puts another one under its name while
   * the program runs, and entries are read by that name.
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
