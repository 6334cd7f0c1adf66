package dev.autoversion.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer off the wire, and how to get one: no client tidies up what is sent. */
record Answer(int status, List<String> headers, byte[] body) {
  static Answer of(int port, String method, String target, String... headers) throws IOException {
    StringBuilder request =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return of(port, request + "Connection: close\r\n\r\n");
  }

  static Answer of(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  /** Something that happens on the server's side in the middle of an answer. */
  @FunctionalInterface
  interface Event {
    void happen() throws IOException;
  }

  /** A client that reads on only after something has happened. */
  static Answer ofSlow(int port, String target, Event event) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(1 << 14);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.setSoTimeout(20_000);
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(in.readNBytes(1 << 14));
      event.happen();
      try {
        in.transferTo(all);
      } catch (SocketException e) {
        // Reset by the server: what has come is the answer.
      }
      return parse(all.toByteArray());
    }
  }

  private static Answer parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    List<String> lines = List.of(text.substring(0, end).split("\r\n"));
    List<String> headers = lines.subList(1, lines.size());
    byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    boolean chunked = headers.stream().anyMatch("transfer-encoding: chunked"::equalsIgnoreCase);
    return new Answer(
        Integer.parseInt(lines.get(0).split(" ")[1]), headers, chunked ? unchunk(body) : body);
  }

  private static byte[] unchunk(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int line = text.indexOf("\r\n", at);
      int size = line < 0 ? 0 : Integer.parseInt(text.substring(at, line), 16);
      if (size == 0) {
        return out.toByteArray();
      }
      out.write(body, line + 2, size);
      at = line + 2 + size + 2;
    }
  }

  /** All values of a header, in order, joined by " | "; "" where there is none. */
  String header(String name) {
    List<String> values = new ArrayList<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (header.substring(0, colon).equalsIgnoreCase(name)) {
        values.add(header.substring(colon + 1).strip());
      }
    }
    return String.join(" | ", values);
  }

  /** What is said of caching; Jetty's own error page, made behind all filters, says more. */
  String cacheControl() {
    return header("Cache-Control").replace("must-revalidate,no-cache,no-store", "no-store");
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
