package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import extras.Gate;
import extras.Handlers;
import extras.OtherEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import shop.Shop;

/** Spring MVC, with all four engines and Spring Security. */
class MvcTest extends SiteContract {
  private static RunningApp app;
  private static SystemOut out;

  @BeforeAll
  static void start(@TempDir Path root) throws Exception {
    out = SystemOut.open();
    List<String> properties = new ArrayList<>(PROPERTIES);
    properties.add("folder=" + folder(root));
    properties.add("server.servlet.context-path=/shop");
    properties.add("server.forward-headers-strategy=framework");
    app =
        RunningApp.start(
            WebApplicationType.SERVLET,
            new Class<?>[] {Shop.class, Gate.class, Handlers.class, OtherEngines.class},
            properties.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    app.close();
    out.close();
  }

  @Override
  RunningApp app() {
    return app;
  }

  @Override
  String log() {
    return out.text();
  }

  @Test
  void forwardedPrefix_linksAndAnswers() throws Exception {
    String page = app.get("/shop/page/thymeleaf", "X-Forwarded-Prefix", "/proxy").body();
    assertTrue(page.contains("src=\"/proxy/js/app-750841c8e8e1.js\""), page);
    assertEquals(200, app.get(APP, "X-Forwarded-Prefix", "/proxy").status());
  }
}
