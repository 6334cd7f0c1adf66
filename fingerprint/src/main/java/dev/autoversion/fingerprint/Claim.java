package dev.autoversion.fingerprint;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file that one run locks at a time, whatever program it runs in; others wait for it. The
 * operating system releases the lock of a program that dies.
 *
 * @param file by its real path
 * @param channel reads and writes the file
 */
record Claim(Path file, FileChannel channel) implements Closeable {
  private static final System.Logger LOG = System.getLogger("dev.autoversion.fingerprint");
  private static final Duration TURN = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(10);

  // On POSIX systems, closing a file releases all locks that the process has on it, so a thread
  // must not open a file that another thread has locked.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  /** Creates the file and locks it as soon as nobody else has it. */
  static Claim on(Path file) throws IOException {
    return on(file, LONG);
  }

  /** Locks the file as soon as nobody else has it; after waiting this long, logs what for. */
  static Claim on(Path file, Duration patience) throws IOException {
    long last = patience.dividedBy(TURN);
    for (long turn = 0; ; turn++) {
      Optional<Claim> claim = tryOnce(file);
      if (claim.isPresent()) {
        return claim.get();
      }
      if (turn == last) {
        LOG.log(System.Logger.Level.INFO, "waiting for another run, which has locked " + file);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException(
            "interrupted while waiting for another run, which has locked " + file);
      }
      LockSupport.parkNanos(TURN.toNanos());
    }
  }

  @Override
  public void close() throws IOException {
    leave(file, channel);
  }

  /** Empty if another run has it, or has just deleted it. */
  private static Optional<Claim> tryOnce(Path file) throws IOException {
    if (!OURS.add(file)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    boolean locked = false;
    try {
      Optional<Object> made = made(file); // Once it is open, its name may belong to a newer file.
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      locked = channel.tryLock() != null && made.isPresent() && made.equals(key(file));
      return locked ? Optional.of(new Claim(file, channel)) : Optional.empty();
    } catch (OverlappingFileLockException e) { // A run in another class loader has it.
      return Optional.empty();
    } finally {
      if (!locked) {
        leave(file, channel);
      }
    }
  }

  private static void leave(Path file, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      OURS.remove(file);
    }
  }

  private static Optional<Object> made(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // It belongs to another run, or was left by one that was killed.
    }
    return key(file);
  }

  /** What tells a file from another one with its name; empty if there is no file. */
  private static Optional<Object> key(Path file) throws IOException {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(seen.fileKey() == null ? file : seen.fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
