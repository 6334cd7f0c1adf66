package dev.autoversion.fingerprint;

import dev.autoversion.Asset;
import dev.autoversion.LogicalPath;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;

/** An asset of which only the name is used. */
record NothingButName(LogicalPath path) implements Asset {
  @Override
  public long size() {
    return 0;
  }

  @Override
  public FileTime lastModified() {
    return FileTime.fromMillis(0);
  }

  @Override
  public InputStream open() {
    return InputStream.nullInputStream();
  }
}
