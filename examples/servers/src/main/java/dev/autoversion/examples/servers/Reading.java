package dev.autoversion.examples.servers;

import dev.autoversion.AssetResponse;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A body as an input stream, for servers that need one; another thread writes it. */
final class Reading extends FilterInputStream {
  private static final int AHEAD = 1 << 16;

  private final CompletableFuture<Void> written;

  private Reading(InputStream in, CompletableFuture<Void> written) {
    super(in);
    this.written = written;
  }

  static InputStream of(AssetResponse.Body body, Executor writers) throws IOException {
    PipedInputStream in = new PipedInputStream(AHEAD);
    PipedOutputStream out = new PipedOutputStream(in);
    return new Reading(in, CompletableFuture.runAsync(() -> write(body, out), writers));
  }

  private static void write(AssetResponse.Body body, PipedOutputStream out) {
    try (out) {
      body.writeTo(out);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** The end is the end only if all was written; else the reader breaks the connection off. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read < 0) {
      try {
        written.join();
      } catch (CompletionException e) {
        // With a message, Jooby would send an error page after what was sent.
        throw (IOException) new EOFException().initCause(e.getCause());
      }
    }
    return read;
  }
}
