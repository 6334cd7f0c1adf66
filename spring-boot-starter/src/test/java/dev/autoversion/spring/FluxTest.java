package dev.autoversion.spring;

import extras.Gate;
import extras.Handlers;
import extras.OtherEngines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import shop.Shop;

/** Spring WebFlux, with all four engines and Spring Security. */
class FluxTest extends SiteContract {
  private static RunningApp app;
  private static SystemOut out;

  @BeforeAll
  static void start(@TempDir Path root) throws Exception {
    out = SystemOut.open();
    List<String> properties = new ArrayList<>(PROPERTIES);
    properties.add("folder=" + folder(root));
    properties.add("spring.webflux.base-path=/shop");
    app =
        RunningApp.start(
            WebApplicationType.REACTIVE,
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
}
