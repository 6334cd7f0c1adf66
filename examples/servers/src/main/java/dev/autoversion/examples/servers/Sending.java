package dev.autoversion.examples.servers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;

/** A stream into a Vert.x response; the worker that writes to it waits for slow clients. */
final class Sending extends OutputStream {
  private final HttpServerResponse response;

  Sending(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return; // It would be refused in an answer without a length, such as 304.
    }
    try {
      Buffer copy = Buffer.buffer(length).appendBytes(bytes, offset, length);
      // Its own await() is not for workers.
      response.write(copy).toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IOException("the client went away", e);
    }
  }
}
