package dev.autoversion.benchmarks;

import dev.autoversion.AssetRequest;
import dev.autoversion.AssetResponse;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Our way with a small site, to be held beside others'. */
final class Ours {
  private final Path root;
  private final Autoversion autoversion;

  Ours(Path root) {
    this.root = root;
    // Looked at again at each reference, not after a second: a test does not wait.
    this.autoversion =
        Autoversion.builder().directory("/static", root).recheckAfter(Duration.ZERO).build();
  }

  String url(String reference) {
    return autoversion.url(reference);
  }

  String inFileName() {
    return named().url("/static/b.png");
  }

  private Autoversion named() {
    return Autoversion.builder().directory("/static", root).placement(Placement.fileName()).build();
  }

  boolean remembersMissing() {
    AtomicInteger asked = new AtomicInteger();
    AssetSource counted =
        path -> {
          asked.incrementAndGet();
          return Optional.empty();
        };
    Autoversion counting = Autoversion.builder().source("/s", counted).recheckNever().build();
    counting.url("/s/missing.js");
    int once = asked.get();
    counting.url("/s/missing.js");
    return asked.get() == once;
  }

  int status(String path) {
    return named().respond(new Get(path, Optional.empty())).map(AssetResponse::status).orElse(404);
  }

  /** What the current URL of an asset is answered with. */
  String sent(String reference) throws IOException {
    String[] url = url(reference).split("\\?");
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    autoversion.respond(new Get(url[0], Optional.of(url[1]))).orElseThrow().body().writeTo(sent);
    return sent.toString(StandardCharsets.UTF_8);
  }

  private record Get(String path, Optional<String> query) implements AssetRequest {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String contextPath() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }
  }
}
