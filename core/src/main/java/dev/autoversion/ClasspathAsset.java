package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A resource that is no file of its own: an entry of a jar, of a nested jar, or of a module. */
record ClasspathAsset(LogicalPath path, URL url, String name) implements Asset {
  static final FileTime UNKNOWN = FileTime.fromMillis(0);

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

  /** An archive on the class path does not change while it is open, so its address says it all. */
  @Override
  public Stamp stamp() {
    String text = url.toString();
    return text.contains("!/")
        ? stamp(text.substring(0, text.lastIndexOf("!/")), name)
        : Stamp.ofIdentity(text);
  }

  /**
   * The stamp of an entry.
   *
   * @param archive the address of the archive, as a resource's address begins: {@code
   *     jar:file:/a.jar}
   */
  static Stamp stamp(String archive, String name) {
    return Stamp.ofIdentity(archive + "!/" + name);
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
