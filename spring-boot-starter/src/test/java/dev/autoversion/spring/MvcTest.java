package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** Spring MVC. */
class MvcTest extends SiteContract {
  @BeforeAll
  static void start(@TempDir Path root) throws Exception {
    start(
        WebApplicationType.SERVLET,
        root,
        "server.servlet.context-path=/shop",
        "server.forward-headers-strategy=framework");
  }

  @Test
  void forwardedPrefix_linksAndAnswers() throws Exception {
    String page = app().get("/shop/page/thymeleaf", "X-Forwarded-Prefix", "/proxy").body();
    assertTrue(page.contains("src=\"/proxy/js/app-750841c8e8e1.js\""), page);
    assertEquals(
        "<script src=\"/proxy/js/app-750841c8e8e1.js\"></script>",
        app().get("/shop/page/macro", "X-Forwarded-Prefix", "/proxy").body().strip());
    assertEquals(200, app().get(APP, "X-Forwarded-Prefix", "/proxy").status());
  }
}
