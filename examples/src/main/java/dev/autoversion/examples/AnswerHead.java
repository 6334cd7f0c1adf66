package dev.autoversion.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;

/** Status and headers of an answer: a redirect's too, which no script in a page can see. */
final class AnswerHead {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** Asks for an address, as {@code curl -I} does, and goes no further. */
  String of(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return text(client.send(request, BodyHandlers.discarding()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for " + address, e);
    }
  }

  private static String text(HttpResponse<?> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().startsWith(":"))
        .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
        .collect(Collectors.joining("\n", "status: " + answer.statusCode() + "\n", "\n"));
  }
}
