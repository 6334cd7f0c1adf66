package dev.autoversion.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A client that sends one request again and again on one connection. It does next to nothing else:
 * a server on the same cores gets more requests in the same time.
 */
final class KeptConnection implements AutoCloseable {
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;
  private final byte[] buffer = new byte[1 << 16];

  private KeptConnection(Socket socket, byte[] request) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.request = request;
  }

  /** Connects to a server on this machine. */
  static KeptConnection to(int port, String path, String acceptEncoding) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept-Encoding: "
            + acceptEncoding
            + "\r\n\r\n";
    return new KeptConnection(socket, request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What came back, and how many bytes that were on the wire. */
  record Answer(String head, long bytes) {
    /** The value of a header, or "". */
    String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }

    long bodyBytes() {
      return Long.parseLong(header("Content-Length"));
    }
  }

  /** Sends the request, and reads the answer to its end. */
  Answer get() throws IOException {
    out.write(request);
    int read = 0;
    int end = -1;
    while (end < 0) {
      read += more(read, buffer.length - read);
      end = endOfHead(read);
    }
    Answer head = new Answer(new String(buffer, 0, end, StandardCharsets.ISO_8859_1), 0);
    long left = head.bodyBytes() - (read - end);
    while (left > 0) {
      left -= more(0, (int) Math.min(left, buffer.length));
    }
    return new Answer(head.head(), end + head.bodyBytes());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int more(int offset, int most) throws IOException {
    int count = in.read(buffer, offset, most);
    if (count < 0) {
      throw new EOFException("the server closed the connection in the middle of an answer");
    }
    return count;
  }

  private int endOfHead(int read) {
    for (int i = END.length; i <= read; i++) {
      if (Arrays.equals(buffer, i - END.length, i, END, 0, END.length)) {
        return i;
      }
    }
    return -1;
  }
}
