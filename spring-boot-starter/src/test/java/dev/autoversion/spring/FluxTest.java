package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** Spring WebFlux. */
class FluxTest extends SiteContract {
  @BeforeAll
  static void start(@TempDir Path root) throws Exception {
    start(
        WebApplicationType.REACTIVE,
        root,
        "spring.webflux.base-path=/shop",
        "server.forward-headers-strategy=framework");
  }

  /**
   * Spring puts the prefix before the base path and takes the prefix alone for the context path
   * then, so that it knows none of the application's own paths. If that changes, the docs should.
   */
  @Test
  void forwardedPrefixBeforeABasePath_unknownToSpringItself() throws Exception {
    assertEquals(200, app().get("/shop/owners/12").status());
    for (String path : List.of("/shop/owners/12", "/shop/js/app.js", "/shop/page.html")) {
      assertEquals(404, app().get(path, "X-Forwarded-Prefix", "/proxy").status(), path);
    }
  }
}
