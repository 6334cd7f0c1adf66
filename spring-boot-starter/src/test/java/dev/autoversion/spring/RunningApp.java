package dev.autoversion.spring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that really runs, asked over HTTP. */
final class RunningApp implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Runnable stopping;
  private final int port;

  private RunningApp(Runnable stopping, int port) {
    this.stopping = stopping;
    this.port = port;
  }

  /** One that somebody else has started. */
  static RunningApp at(int port) {
    return new RunningApp(() -> {}, port);
  }

  static RunningApp start(WebApplicationType type, Class<?>[] sources, String... properties) {
    SpringApplication application = new SpringApplication(sources);
    application.setWebApplicationType(type);
    String[] arguments = new String[properties.length + 1];
    arguments[0] = "--server.port=0";
    for (int i = 0; i < properties.length; i++) {
      arguments[i + 1] = "--" + properties[i];
    }
    ConfigurableApplicationContext context = application.run(arguments);
    return new RunningApp(
        context::close,
        Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0")));
  }

  /** What a browser gets. */
  record Got(int status, String body, HttpResponse<byte[]> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    int length() {
      return response.body().length;
    }

    String unzipped() throws IOException {
      try (GZIPInputStream zipped =
          new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
        return new String(zipped.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  Got get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  Got send(String method, String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Got(
        response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
  }

  /** The status of a path that no client would send as it is. */
  int raw(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  /** A header for the user of the tests. */
  static String user() {
    return "Basic "
        + Base64.getEncoder().encodeToString("user:word".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    stopping.run();
  }
}
