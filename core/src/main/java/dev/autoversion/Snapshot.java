package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * An asset whose bytes were read before anybody asked for them.
 *
 * @param stamp what it looked like before they were read; a later one may be of other bytes
 */
record Snapshot(HeldAsset held, Stamp stamp) implements Asset {
  @Override
  public LogicalPath path() {
    return held.path();
  }

  @Override
  public long size() {
    return held.size();
  }

  @Override
  public FileTime lastModified() throws IOException {
    return held.lastModified();
  }

  @Override
  public InputStream open() {
    return held.open();
  }

  @Override
  public Optional<Path> file() {
    return held.file();
  }

  @Override
  public Stamp stampNow() throws IOException {
    return held.stampNow();
  }

  @Override
  public boolean hasReliableTime() throws IOException {
    return held.hasReliableTime();
  }
}
