package dev.autoversion.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads pages over HTTP, and finds what a browser would fetch for them. */
final class Browser {
  private static final Pattern ATTRIBUTE = Pattern.compile("\\b(href|src|srcset)=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;

  Browser(URI site) {
    this.site = site;
  }

  HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(site.resolve(url)).build(), BodyHandlers.ofByteArray());
  }

  String page(String url) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(site.resolve(url)).build(), BodyHandlers.ofString())
        .body();
  }

  /** The assets' URLs in a page, in its order, each once. */
  static List<String> assets(String html) {
    return ATTRIBUTE
        .matcher(html)
        .results()
        .flatMap(Browser::urls)
        .filter(url -> url.matches("/(static|webjars|shop)/.*"))
        .distinct()
        .toList();
  }

  private static Stream<String> urls(MatchResult attribute) {
    String value = attribute.group(2);
    return attribute.group(1).equals("srcset")
        ? Stream.of(value.split(",")).map(candidate -> candidate.strip().split(" ")[0])
        : Stream.of(value);
  }
}
