package dev.autoversion.examples.servers;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.Storing;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Answers requests for assets before Micronaut's routes see them. */
@ServerFilter("/**")
record MicronautAssets(
    Autoversion autoversion, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
  @RequestFilter
  @PreMatching
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> answer(HttpRequest<?> asked) throws IOException {
    Optional<AssetResponse> asset = autoversion.respond(request(asked));
    if (asset.isEmpty()) {
      return null;
    }
    MutableHttpResponse<Object> answer = HttpResponse.status(asset.get().status(), "");
    asset.get().headers().forEach(answer::header);
    AssetResponse.Body body = asset.get().body();
    if (body.bytes().isPresent()) {
      byte[] bytes = new byte[(int) body.length()];
      body.bytes().get().get(bytes);
      return answer.body(bytes);
    }
    return body.length() == 0 ? answer : answer.body(Reading.of(body, threads));
  }

  @ResponseFilter
  void dontStore(HttpRequest<?> asked, MutableHttpResponse<?> answer) {
    if (answer.code() == 404 && autoversion.storing(request(asked)) != Storing.AS_IT_SAYS) {
      answer.header("Cache-Control", "no-store");
    }
  }

  private static Request request(HttpRequest<?> asked) {
    return new Request(
        asked.getMethodName(),
        asked.getUri().getRawPath(),
        Optional.ofNullable(asked.getUri().getRawQuery()),
        "",
        asked.getHeaders()::getAll);
  }
}
