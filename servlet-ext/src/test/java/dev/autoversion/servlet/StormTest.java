package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import dev.autoversion.Storm;
import dev.autoversion.servlet.Container.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages and requests while files are edited, over HTTP. */
class StormTest {
  @TempDir Path root;

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void everyAnswer_isOfAStateThatWas(Container container) throws Exception {
    Autoversion autoversion = Storm.builder(root).build();
    try (Running server = container.start(new Site(root, autoversion))) {
      Storm.over(
          root,
          new Storm.Asker() {
            @Override
            public String url(String reference) {
              return autoversion.url(reference);
            }

            @Override
            public Optional<byte[]> bytes(String url) throws IOException {
              Answer answer = server.get(url);
              return answer.status() == 200 && answer.cacheControl().contains("immutable")
                  ? Optional.of(answer.body())
                  : Optional.empty();
            }
          });
    }
  }
}
