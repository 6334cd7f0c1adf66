package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.zip.ZipEntry;

/** An entry of an archive that is open while its assets are listed. */
record ArchiveEntry(LogicalPath path, OpenArchive archive, ZipEntry entry, Stamp stamp)
    implements Asset {
  /** Spring Boot's entry of a nested jar does not know its size, so it is read. */
  @Override
  public long size() throws IOException {
    if (entry.getSize() >= 0) {
      return entry.getSize();
    }
    try (InputStream bytes = open()) {
      return bytes.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public FileTime lastModified() {
    return Optional.ofNullable(entry.getLastModifiedTime()).orElse(Stamp.NO_TIME);
  }

  @Override
  public InputStream open() throws IOException {
    return archive.open(entry);
  }

  @Override
  public boolean hasReliableTime() throws IOException {
    return archive.hasReliableTime(entry.getLastModifiedTime());
  }
}
