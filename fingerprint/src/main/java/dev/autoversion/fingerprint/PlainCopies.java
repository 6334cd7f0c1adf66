package dev.autoversion.fingerprint;

import dev.autoversion.AssetUrl;
import dev.autoversion.LogicalPath;
import dev.autoversion.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Copies assets that are sent unchanged: reading a file once gives its version, its integrity and
 * the copy. A file whose stamp proves it unchanged is not read at all.
 */
final class PlainCopies {
  // Smaller files are read whole, into memory that is reused.
  private static final int LARGE = 1 << 21;
  private static final int BUFFER = 1 << 16;
  private static final int ATTEMPTS = 3;

  private final Places places;
  private final Path folder;
  private final Copies copies;
  private final SortedMap<String, Entry> known;
  private final Map<LogicalPath, Version> versions = new ConcurrentHashMap<>();
  private final Queue<Buffer> buffers = new ConcurrentLinkedQueue<>();

  /** With what the current manifest knows about the prefix. */
  PlainCopies(Places places, Copies copies, SortedMap<String, Entry> known) {
    this.places = places;
    this.folder = places.folder();
    this.copies = copies;
    this.known = known;
  }

  /** What was copied so far. */
  Map<LogicalPath, Version> versions() {
    return versions;
  }

  /** The manifest's entry for an asset; empty if the asset is gone, or is a copy itself. */
  Optional<Entry> copy(LogicalPath path) throws IOException {
    Path file = folder.resolve(path.value());
    if (places.hasCopiesBesideSources() && isCoding(path)) {
      return Optional.empty();
    }
    try {
      Copied copied = read(path, file);
      versions.put(path, copied.content().version());
      return copied.copy().map(copy -> entry(path, copy, copied.content()));
    } catch (NoSuchFileException e) {
      if (Files.exists(file)) { // It is the folder of the copies that is gone.
        throw e;
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new IOException("'" + path + "' can't be copied: " + Failure.text(e), e);
    }
  }

  /** What was read, and the name of its copy; no name if it is a copy itself. */
  private record Copied(Content content, Optional<String> copy) {}

  private Copied copied(LogicalPath path, Content content) {
    return new Copied(
        content,
        isCopy(path, content)
            ? Optional.empty()
            : Optional.of(Site.copy(path, content.version()).value()));
  }

  /** Whether it lies beside the asset that it is a copy of, as the library decides. */
  private boolean isCopy(LogicalPath path, Content content) {
    return Site.original(path)
        .filter(original -> original.version().equals(content.version()))
        .filter(this::isThere)
        .isPresent();
  }

  /** Whether it is a coding beside a copy that lies beside its asset. */
  private boolean isCoding(LogicalPath path) {
    return MadeFiles.copyBeside(path)
        .filter(copy -> Files.exists(folder.resolve(copy.value())))
        .flatMap(Site::original)
        .filter(this::isThere)
        .isPresent();
  }

  private boolean isThere(AssetUrl original) {
    return LogicalPath.ofUrlPath(original.url())
        .filter(path -> Files.exists(folder.resolve(path.value())))
        .isPresent();
  }

  private static Entry entry(LogicalPath path, String copy, Content content) {
    return new Entry(
        copy,
        content.version().value(),
        content.integrity(),
        content.size(),
        path.mediaType(),
        Collections.emptySortedMap(),
        List.of(),
        List.of(),
        List.of());
  }

  private Copied read(LogicalPath path, Path file) throws IOException {
    SourceStamp before = copies.stampOf(path);
    Optional<Content> vouched = vouched(path, before);
    if (vouched.isPresent()) {
      return copied(path, vouched.get());
    }
    for (int attempt = 1; ; attempt++) {
      Copied copied = before.size() < LARGE ? copyWhole(path, file) : stream(path, file);
      if (before.isStillOn(file)) {
        if (copied.copy().isPresent()) {
          copies.stamp(copied.copy().get(), before, before.modified());
        }
        return copied;
      }
      if (attempt == ATTEMPTS) {
        throw new IOException("it keeps changing while it is read; run it again");
      }
      before = copies.stampOf(path);
    }
  }

  private Optional<Content> vouched(LogicalPath path, SourceStamp stamp) {
    Entry entry = known.get(path.value());
    return entry != null && copies.isOf(entry, stamp)
        ? Optional.of(new Content(new Version(entry.version()), entry.integrity(), entry.size()))
        : Optional.empty();
  }

  /** A file's bytes and their hashes; reused from file to file by one thread at a time. */
  private static final class Buffer {
    private final Hashes hashes = new Hashes();
    private byte[] bytes = new byte[BUFFER];

    /** Returns the number of bytes. */
    int read(InputStream in) throws IOException {
      int length = 0;
      for (int n = 0; n >= 0; n = in.read(bytes, length, bytes.length - length)) {
        length += n;
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
      }
      hashes.update(bytes, length);
      return length;
    }
  }

  private Copied copyWhole(LogicalPath path, Path file) throws IOException {
    Buffer free = buffers.poll();
    Buffer buffer = free == null ? new Buffer() : free;
    try (InputStream in = Files.newInputStream(file)) {
      int length = buffer.read(in);
      Copied copied = copied(path, buffer.hashes.content());
      if (copied.copy().isPresent()) {
        copies.put(copied.copy().get(), buffer.bytes, length);
      }
      return copied;
    } finally {
      buffers.add(buffer);
    }
  }

  /** Copies a large file while reading it; the copy's name is known only at the end. */
  private Copied stream(LogicalPath path, Path file) throws IOException {
    Hashes hashes = new Hashes();
    byte[] buffer = new byte[BUFFER];
    try (Copies.Part part = copies.begin(path.value());
        InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        hashes.update(buffer, n);
        part.out().write(buffer, 0, n);
      }
      Copied copied = copied(path, hashes.content());
      if (copied.copy().isPresent()) {
        copies.put(copied.copy().get(), part, file);
      }
      return copied;
    }
  }
}
