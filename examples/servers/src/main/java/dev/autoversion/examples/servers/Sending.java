package dev.autoversion.examples.servers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;

/** An answer of Vert.x to write to, by a worker that waits for slow clients. */
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
    try {
      response.write(Buffer.buffer(length).appendBytes(bytes, offset, length)).await();
    } catch (RuntimeException e) {
      throw new IOException("the client went away", e);
    }
  }
}
