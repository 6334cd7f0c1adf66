package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Makes content codings, each once per version, or uses those that a build left in files. */
final class Compression {
  // Smaller savings are not worth a browser's time.
  private static final int PERCENT = 95;

  private static final int LONGEST_LINE = 200;
  private static final byte[] NONE = new byte[0];

  private final long maximumBytes;
  private final Uncoded uncoded;
  private final CodedFiles files;
  private final Codecs codecs;
  private final Warnings warnings;
  // Without locks: its elements are immutable, and a thread that misses one parses the line again.
  private final @Nullable AcceptEncoding[] recent = new AcceptEncoding[32];
  // The room for large codings while they are made, so that many at once can't fill the heap.
  private final int maximumKilobytes;
  private final Semaphore room;

  Compression(Settings settings, Warnings warnings) {
    this.maximumBytes = settings.maximumBytes();
    this.uncoded = new Uncoded(settings.strategy());
    this.files = new CodedFiles(uncoded);
    this.codecs = settings.codecs();
    this.warnings = warnings;
    this.maximumKilobytes = (int) Math.min(maximumBytes >> 10, Integer.MAX_VALUE);
    this.room = new Semaphore(maximumKilobytes);
  }

  /** The representation that a request wants most. */
  Representation select(Representations all, AssetRequest request, VersionCache memory) {
    Representation identity = all.identity();
    if (!identity.traits().varies()) {
      return identity;
    }
    List<String> lines = request.headers("Accept-Encoding");
    if (lines.isEmpty()) {
      return identity;
    }
    AcceptEncoding accepted = accepted(lines);
    Representation wanted = in(wanted(all, accepted), all, memory);
    return wanted == null ? finished(all, accepted) : wanted;
  }

  /** A coding that a build has made is preferred to those that the browser wants no more. */
  private Coding wanted(Representations all, AcceptEncoding accepted) {
    Coding heaviest = codecs.heaviest(accepted);
    Coding built = null;
    for (Coding coding : Coding.values()) {
      if (all.builtLength(coding) > 0 && accepted.prefers(coding, built)) {
        built = coding;
      }
    }
    return built != null && accepted.weight(built) >= accepted.weight(heaviest) ? built : heaviest;
  }

  /** Each browser sends the same line in every request, and there are few different lines. */
  private AcceptEncoding accepted(List<String> lines) {
    String line = lines.get(0);
    if (lines.size() > 1 || line.length() > LONGEST_LINE) {
      return AcceptEncoding.of(lines);
    }
    int slot = line.hashCode() & (recent.length - 1);
    AcceptEncoding known = recent[slot];
    if (known == null || !known.isOf(line)) {
      known = AcceptEncoding.of(lines);
      recent[slot] = known;
    }
    return known;
  }

  /** Makes the codings that browsers get, as small as possible. */
  void pack(Representations all, VersionCache memory) {
    if (!all.identity().traits().varies()) {
      return;
    }
    // If so, nothing else is made, even if they turn out outdated.
    boolean built = all.hasBuiltCodings();
    Coding best = has(Coding.BR, all, built) ? Coding.BR : Coding.ZSTD;
    for (Coding coding : List.of(best, Coding.GZIP)) {
      if (has(coding, all, built) && fits(all)) {
        make(all, coding, Codec.Effort.BEST, memory);
      }
    }
  }

  private boolean has(Coding coding, Representations all, boolean built) {
    return built ? all.builtLength(coding) > 0 : codecs.of(coding) != null;
  }

  /**
   * The representation in a coding, made by this thread if necessary; null if it can't be made now.
   */
  private @Nullable Representation in(Coding coding, Representations all, VersionCache memory) {
    Representation known = all.in(coding);
    if (known != null) {
      return known;
    }
    return fits(all) ? make(all, coding, Codec.Effort.FAST, memory) : all.identity();
  }

  /** Whether a coding could be kept; making it for each request costs more than it saves. */
  private boolean fits(Representations all) {
    return all.weight() + all.identity().length() / 4 < maximumBytes;
  }

  private Representation finished(Representations all, AcceptEncoding accepted) {
    Representation best = all.identity();
    for (Coding coding : Coding.values()) {
      Representation made = all.in(coding);
      if (made != null && accepted.weight(coding) > 0 && made.length() < best.length()) {
        best = made;
      }
    }
    return best;
  }

  private @Nullable Representation make(
      Representations all, Coding coding, Codec.Effort effort, VersionCache memory) {
    if (!all.begin(coding)) {
      return null;
    }
    int taken = kilobytesFor(all.identity().length());
    boolean entered = enter(taken, effort);
    try {
      Representation known = all.in(coding);
      if (!entered || known != null && effort == Codec.Effort.FAST) {
        return known;
      }
      Representation made = coded(all, coding, effort);
      if (made != null) {
        all.put(coding, made);
        memory.remember(all);
      }
      return made;
    } catch (IOException | RuntimeException e) { // The latter from a user's own source.
      warnings.uncompressed(all.seen().path(), coding, e);
      return null;
    } finally {
      room.release(entered ? taken : 0);
      all.end(coding);
    }
  }

  /** The memory for making a coding: its bytes, twice while they are put together. */
  private int kilobytesFor(long length) {
    return length <= ReadOnce.SMALL ? 0 : (int) Math.min(length * 2 >> 10, maximumKilobytes);
  }

  /** A warm-up waits for room; a request does without. */
  private boolean enter(int taken, Codec.Effort effort) {
    if (effort == Codec.Effort.FAST) {
      return room.tryAcquire(taken);
    }
    room.acquireUninterruptibly(taken);
    return true;
  }

  /** The representation in a coding; null if the asset has changed. */
  private @Nullable Representation coded(Representations all, Coding coding, Codec.Effort effort)
      throws IOException {
    Codec codec = codecs.of(coding);
    Representation identity = all.identity();
    long length = identity.length();
    long bound = length <= ReadOnce.SMALL ? length : kilobytesFor(length) * 512L;
    long most = Math.min(length * PERCENT / 100, bound);
    Optional<byte[]> found = files.find(all, coding, codec, most);
    if (found.isEmpty()) {
      all.disprove(coding);
    }
    byte[] bytes =
        found.isPresent() || codec == null ? found.orElse(NONE) : encoded(all, codec, effort, most);
    if (bytes == null) {
      return null;
    }
    return bytes.length == 0
        ? identity
        : new Representation(coding, new HeldBytes(bytes), EntityTags.of(bytes), identity.traits());
  }

  /** The coded bytes, none if they save too little; null if the asset has changed. */
  private byte @Nullable [] encoded(
      Representations all, Codec codec, Codec.Effort effort, long most) throws IOException {
    Bounded coded = new Bounded(most);
    try (OutputStream encoder = codec.encoder(coded, effort)) {
      if (!uncoded.copy(all, encoder)) {
        return null;
      }
    }
    return coded.hasOverflowed() ? NONE : coded.toByteArray();
  }
}
