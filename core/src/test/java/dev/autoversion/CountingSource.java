package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A source as a user may write it: the real files of another one, counting what is asked. */
final class CountingSource implements AssetSource {
  private final AssetSource files;
  private final AtomicInteger finds = new AtomicInteger();
  private final AtomicInteger opens = new AtomicInteger();
  private volatile Step beforeFind = path -> {};
  private volatile Step beforeOpen = path -> {};
  private volatile Wrapper stream = bytes -> bytes;

  /** Something that happens at a certain moment, or goes wrong then. */
  @FunctionalInterface
  interface Step {
    void at(LogicalPath path) throws IOException;
  }

  /** Changes how an asset's bytes are read. */
  @FunctionalInterface
  interface Wrapper {
    InputStream around(InputStream bytes) throws IOException;
  }

  CountingSource(Path directory) {
    this.files = AssetSource.directory(directory);
  }

  CountingSource beforeFind(Step step) {
    beforeFind = step;
    return this;
  }

  CountingSource beforeOpen(Step step) {
    beforeOpen = step;
    return this;
  }

  CountingSource stream(Wrapper wrapper) {
    stream = wrapper;
    return this;
  }

  int finds() {
    return finds.get();
  }

  int opens() {
    return opens.get();
  }

  @Override
  public Optional<Asset> find(LogicalPath path) throws IOException {
    finds.incrementAndGet();
    beforeFind.at(path);
    return files.find(path).map(Counted::new);
  }

  @Override
  public String toString() {
    return "counted " + files;
  }

  private final class Counted implements Asset {
    private final Asset file;

    Counted(Asset file) {
      this.file = file;
    }

    @Override
    public LogicalPath path() {
      return file.path();
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileTime lastModified() throws IOException {
      return file.lastModified();
    }

    @Override
    public InputStream open() throws IOException {
      opens.incrementAndGet();
      beforeOpen.at(file.path());
      return stream.around(file.open());
    }

    @Override
    public Optional<Path> file() {
      return file.file();
    }
  }
}
