package dev.autoversion.fingerprint;

import dev.autoversion.Asset;
import dev.autoversion.Bundle;
import dev.autoversion.LogicalPath;
import dev.autoversion.Version;
import dev.autoversion.VersionStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The library's content hash, of bytes that are used at the same time: hashed for integrity, and
 * written as a copy. That it is the beginning of their SHA-256 is what the library promises. An
 * asset that holds references is hashed alone, since its copy may have other bytes. What a stamp
 * vouches for is not read at all.
 */
final class ReadOnce implements VersionStrategy {
  // Fewer bytes than this are read whole, into memory that is used again.
  private static final int FEW = 1 << 21;
  private static final VersionStrategy HASH = VersionStrategy.contentHash();

  private final Vouched vouched;
  private final Copying copying;
  private final Map<LogicalPath, Seen> seen = new ConcurrentHashMap<>();
  private final Map<LogicalPath, IOException> failures = new ConcurrentHashMap<>();
  private final Queue<byte[]> buffers = new ConcurrentLinkedQueue<>();

  /** What is known of an asset without reading it. */
  @FunctionalInterface
  interface Vouched {
    Optional<Seen> of(LogicalPath path) throws IOException;
  }

  /** Where an asset's bytes go. */
  interface Copying {
    /** Whether the copy has the very bytes of the asset. */
    boolean copies(LogicalPath path);

    Copies.Part begin(LogicalPath path) throws IOException;

    void put(LogicalPath path, Seen seen, byte[] bytes) throws IOException;

    void put(LogicalPath path, Seen seen, Copies.Part part) throws IOException;
  }

  ReadOnce(Vouched vouched, Copying copying) {
    this.vouched = vouched;
    this.copying = copying;
  }

  /** What was read of an asset. */
  Optional<Seen> seen(LogicalPath path) {
    return Optional.ofNullable(seen.get(path));
  }

  /** Why assets could not be read or copied. */
  Map<LogicalPath, IOException> failures() {
    return failures;
  }

  @Override
  public Version versionOf(Asset asset) throws IOException {
    LogicalPath path = asset.path();
    try {
      Optional<Seen> known = vouched.of(path);
      Seen now = known.isPresent() ? known.get() : read(asset);
      seen.put(path, now);
      return now.version();
    } catch (IOException e) {
      failures.put(path, e);
      throw e;
    }
  }

  private Seen read(Asset asset) throws IOException {
    if (!copying.copies(asset.path())) {
      return new Seen(HASH.versionOf(asset), "", asset.size());
    }
    return asset.size() < FEW ? few(asset) : many(asset);
  }

  private Seen few(Asset asset) throws IOException {
    byte[] buffer = buffers.poll();
    buffer = buffer == null ? new byte[1 << 16] : buffer;
    try (InputStream in = asset.open()) {
      int length = 0;
      int n = 0;
      while (n >= 0 && length < FEW) {
        length += n;
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * length);
        }
        n = in.read(buffer, length, buffer.length - length);
      }
      return n < 0 ? few(asset.path(), buffer, length) : many(asset); // It has grown.
    } finally {
      buffers.add(buffer);
    }
  }

  private Seen few(LogicalPath path, byte[] bytes, int length) {
    Seen now = Hashes.of(bytes, length).seen();
    try {
      copying.put(path, now, bytes);
    } catch (IOException e) { // The library has its version; that there is no copy is ours to tell.
      failures.put(path, e);
    }
    return now;
  }

  /** Bytes that are copied as they come, under a name that is known at their end. */
  private Seen many(Asset asset) throws IOException {
    Hashes hashes = new Hashes();
    byte[] buffer = new byte[1 << 16];
    try (Copies.Part part = copying.begin(asset.path());
        InputStream in = asset.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        hashes.update(buffer, n);
        part.out().write(buffer, 0, n);
      }
      Seen now = hashes.seen();
      copying.put(asset.path(), now, part);
      return now;
    }
  }

  @Override
  public Version versionOf(Bundle bundle) throws IOException {
    return HASH.versionOf(bundle);
  }

  @Override
  public boolean identifiesContent() {
    return true;
  }

  @Override
  public boolean couldGive(Version version) {
    return HASH.couldGive(version);
  }

  @Override
  public String toString() {
    return HASH.toString();
  }
}
