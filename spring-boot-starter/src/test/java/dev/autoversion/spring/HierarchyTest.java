package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import shop.Shop;

/** A parent context that is configured by Spring Boot as well, and has no web. */
class HierarchyTest {
  private static final String APP = "/js/app-750841c8e8e1.js";

  private final ApplicationContextRunner parent =
      new ApplicationContextRunner().withConfiguration(Line.mvc());
  private final WebApplicationContextRunner child =
      new WebApplicationContextRunner()
          .withConfiguration(Line.mvc())
          .withBean(Jinjava.class, Jinjava::new);

  private static String rendered(Jinjava engine, String reference) {
    return engine.render("{{ '" + reference + "'|autoversion }}", Map.of());
  }

  @Test
  void child_itsOwnMounts() {
    parent.run(
        above ->
            child
                .withParent(above)
                .run(
                    context -> {
                      assertEquals(APP, context.getBean(Autoversion.class).url("/js/app.js"));
                      assertEquals(APP, rendered(context.getBean(Jinjava.class), "/js/app.js"));
                      assertEquals(
                          "/js/app.js", above.getBean(Autoversion.class).url("/js/app.js"));
                    }));
  }

  @Test
  void child_ownBeanAboveWins() {
    Autoversion own =
        Autoversion.builder().classpath("/own", "static").placement(Placement.query()).build();
    parent
        .withBean("own", Autoversion.class, () -> own)
        .run(
            above ->
                child
                    .withParent(above)
                    .run(
                        context ->
                            assertEquals(
                                "/own/js/app.js?v=750841c8e8e1",
                                rendered(context.getBean(Jinjava.class), "/own/js/app.js"))));
  }

  @Test
  void child_oneLineEach() {
    try (SystemOut out = SystemOut.open();
        ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Shop.class)
                .child(Shop.class)
                .web(WebApplicationType.SERVLET)
                .run("--server.port=0")) {
      assertTrue(context.isRunning());
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (!out.text().contains("hash in the file name")) {
              Thread.onSpinWait();
            }
          });
      assertEquals(1, out.text().split("so nothing is versioned", -1).length - 1, out.text());
    }
  }
}
