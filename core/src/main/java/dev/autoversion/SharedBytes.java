package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of large files that no stamp guarantees yet, read once for all who ask. Their sum is
 * bounded and includes what a slow client is still being sent: only the garbage collector knows
 * when the last user is done.
 */
final class SharedBytes {
  // Some JVMs allow no longer arrays.
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Clock clock;
  private final AtomicLong room;
  private final Set<Held> all = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<byte[]> released = new ReferenceQueue<>();

  SharedBytes(long maximumBytes, Clock clock) {
    this.room = new AtomicLong(maximumBytes);
    this.clock = clock;
  }

  private static final class Held extends WeakReference<byte[]> {
    private final String key;
    private final Stamp stamp;
    private final int size;
    // False while they are being read, and once they were read again.
    private volatile boolean current;

    Held(byte[] bytes, String key, Stamp stamp, ReferenceQueue<byte[]> released) {
      super(bytes, released);
      this.key = key;
      this.stamp = stamp;
      this.size = bytes.length;
    }

    boolean isOf(String asked, Stamp seen) {
      return current && key.equals(asked) && stamp.equals(seen);
    }
  }

  /** The bytes last read under this stamp; null if nobody holds them any more. */
  byte @Nullable [] find(String key, Stamp stamp) {
    for (Held held : all) {
      if (held.isOf(key, stamp)) {
        return held.get();
      }
    }
    return null;
  }

  /** Reads an asset; null if its stamp guarantees its bytes, it changes, or there is no room. */
  byte @Nullable [] read(String key, Asset asset, Stamp stamp) throws IOException {
    long size = stamp.size();
    boolean young = size > 0 && size <= LONGEST && !stamp.isReliable(clock.instant());
    if (!young || !reserve(size)) {
      return null;
    }
    Held held = null;
    try {
      byte[] bytes = new byte[(int) size];
      held = new Held(bytes, key, stamp, released);
      all.add(held);
      if (!fill(bytes, asset)) {
        return null;
      }
      makeCurrent(held);
      return bytes;
    } finally {
      if (held == null) { // The heap is smaller than the bound.
        room.addAndGet(size);
      }
    }
  }

  /** Fills an array with all bytes of an asset; false if it has fewer, or more. */
  private static boolean fill(byte[] bytes, Asset asset) throws IOException {
    try (InputStream in = WrappedAsset.opened(asset)) {
      return in.readNBytes(bytes, 0, bytes.length) == bytes.length && in.read() < 0;
    }
  }

  private void makeCurrent(Held held) {
    for (Held other : all) {
      if (other.key.equals(held.key)) {
        other.current = false;
      }
    }
    held.current = true;
  }

  private boolean reserve(long size) {
    for (Reference<?> done = released.poll(); done != null; done = released.poll()) {
      if (done instanceof Held held && all.remove(held)) {
        room.addAndGet(held.size);
      }
    }
    return room.getAndUpdate(now -> now >= size ? now - size : now) >= size;
  }
}
