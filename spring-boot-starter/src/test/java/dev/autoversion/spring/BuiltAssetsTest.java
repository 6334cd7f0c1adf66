package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.ConfigurableWebApplicationContext;

/** What autoversion's own build has left on the class path counts by itself. */
class BuiltAssetsTest {
  private static final Path APP = Path.of("target", "test-classes", "static", "js", "app.js");

  @TempDir Path folder;

  private WebApplicationContextRunner runner(Copied copied) throws Exception {
    return new WebApplicationContextRunner()
        .withConfiguration(Line.mvc())
        .withClassLoader(copied.loader());
  }

  private Copied copied(String prefix) throws Exception {
    return Copied.in(folder).asset("js/app.js", APP, "0123456789ab").write(prefix);
  }

  private static Autoversion autoversion(ApplicationContext context) {
    return context.getBean(Autoversion.class);
  }

  @Test
  void manifest_foundByItself() throws Exception {
    runner(copied("/"))
        .run(
            context -> {
              Autoversion autoversion = autoversion(context);
              assertEquals("/js/app-0123456789ab.js", autoversion.url("/js/app.js"));
              assertTrue(autoversion.integrity("/js/app.js").isPresent());
              assertEquals(0, autoversion.stats().loads());
              String mount = autoversion.mounts().get("/");
              assertTrue(
                  mount.startsWith(
                      "manifest classpath:META-INF/autoversion/manifest.json (autoversion), class"
                          + " path META-INF/resources, class path static"),
                  mount);
              assertEquals("/css/base-b4d5deb2f19a.css", autoversion.url("/css/base.css"));
            });
  }

  @Test
  void property_noneOrAnother() throws Exception {
    Copied copied = copied("/");
    runner(copied)
        .withPropertyValues("autoversion.build-manifest=none")
        .run(
            context ->
                assertEquals("/js/app-750841c8e8e1.js", autoversion(context).url("/js/app.js")));
    Path other = folder.resolve("other.json");
    Files.move(folder.resolve(Copied.MANIFEST), other);
    runner(copied)
        .withPropertyValues("autoversion.build-manifest=file:" + other)
        .run(
            context ->
                assertEquals("/js/app-0123456789ab.js", autoversion(context).url("/js/app.js")));
  }

  /** As a placeholder gives it that nobody filled. */
  @Test
  void property_blankIsTheDefault() throws Exception {
    runner(copied("/"))
        .withPropertyValues("autoversion.build-manifest=")
        .run(
            context ->
                assertEquals("/js/app-0123456789ab.js", autoversion(context).url("/js/app.js")));
  }

  @Test
  void property_fileIsAUrl() throws Exception {
    Copied copied = copied("/");
    Path other = folder.resolve("a b%20c.json");
    Files.move(folder.resolve(Copied.MANIFEST), other);
    for (String written : List.of(other.toUri().toString(), "file:" + other.toUri().getRawPath())) {
      runner(copied)
          .withPropertyValues("autoversion.build-manifest=" + written)
          .run(
              context ->
                  assertEquals("/js/app-0123456789ab.js", autoversion(context).url("/js/app.js")));
    }
  }

  @Test
  void exclude_isHeeded() throws Exception {
    Copied copied =
        Copied.in(folder)
            .asset("robots.txt", APP.resolveSibling("../robots.txt"), "0123456789ab")
            .write("/");
    runner(copied)
        .run(context -> assertEquals("/robots.txt", autoversion(context).url("/robots.txt")));
  }

  /** Whoever says {@code --prefix /static} means another server. */
  @Test
  void prefixThatSpringDoesNotServe_isSaid() throws Exception {
    try (CapturedLog log = CapturedLog.open()) {
      new ReactiveWebApplicationContextRunner()
          .withConfiguration(Line.webFlux())
          .withClassLoader(copied("/static").loader())
          .run(
              context ->
                  assertEquals("/js/app-750841c8e8e1.js", autoversion(context).url("/js/app.js")));
      assertOnlyUnservedPrefixIsSaid(log);
    }
  }

  /** A WAR's own folder is one of Spring Boot's locations, and all else seems to lie below it. */
  @Test
  void prefixBelowTheFolderOfAWar_isSaid() throws Exception {
    Path war = Files.createDirectories(folder.resolve("war"));
    Files.writeString(war.resolve("index.jsp"), "one");
    WebApplicationContextRunner runner =
        runner(copied("/static")).withInitializer(context -> inWar(context, war));
    try (CapturedLog log = CapturedLog.open()) {
      runner.run(
          context ->
              assertEquals("/js/app-750841c8e8e1.js", autoversion(context).url("/js/app.js")));
      assertOnlyUnservedPrefixIsSaid(log);
    }
  }

  @Test
  void prefixBelowTheFolderOfAWar_hasItsPart() throws Exception {
    Path copies = Files.createDirectories(folder.resolve("war/static/js"));
    Files.writeString(copies.resolve("app.js"), "one");
    runner(copied("/static"))
        .withInitializer(context -> inWar(context, folder.resolve("war")))
        .run(
            context ->
                assertEquals(
                    "/static/js/app-0123456789ab.js",
                    autoversion(context).url("/static/js/app.js")));
  }

  /** Undertow lists nothing of a packed WAR, not even of folders that it serves. */
  @Test
  void prefixBelowTheFolderOfAWar_notListed() throws Exception {
    Path war = folder.resolve("war");
    Files.writeString(Files.createDirectories(war.resolve("static/js")).resolve("app.js"), "one");
    MockServletContext packed =
        new MockServletContext(war.toUri().toString()) {
          @Override
          public @Nullable Set<String> getResourcePaths(String path) {
            return super.getResourcePaths(path) == null ? null : Set.of();
          }

          @Override
          public @Nullable String getRealPath(String path) {
            return null;
          }
        };
    runner(copied("/static"))
        .withInitializer(context -> inWar(context, packed))
        .run(
            context ->
                assertEquals(
                    "/static/js/app-0123456789ab.js",
                    autoversion(context).url("/static/js/app.js")));
  }

  private static void assertOnlyUnservedPrefixIsSaid(CapturedLog log) {
    assertEquals(
        List.of(
            "WARNING manifest classpath:META-INF/autoversion/manifest.json (autoversion) has"
                + " copies of assets at /static/, where Spring serves nothing; build with one of"
                + " these as --prefix: /webjars/, /"),
        log.lines().stream().filter(line -> line.startsWith("WARNING")).toList());
  }

  private static void inWar(ConfigurableApplicationContext context, Path folder) {
    inWar(context, new MockServletContext(folder.toUri().toString()));
  }

  private static void inWar(ConfigurableApplicationContext context, ServletContext servletContext) {
    ((ConfigurableWebApplicationContext) context).setServletContext(servletContext);
  }

  /** It belongs into {@code autoversion.manifests}. */
  @Test
  void manifestOfABundler_isSaid() throws Exception {
    try (CapturedLog log = CapturedLog.open()) {
      runner(copied("/"))
          .withPropertyValues("autoversion.build-manifest=classpath:vite/build/.vite/manifest.json")
          .run(
              context ->
                  assertEquals("/js/app-750841c8e8e1.js", autoversion(context).url("/js/app.js")));
      assertEquals(
          List.of(
              "WARNING manifest classpath:vite/build/.vite/manifest.json (Vite) has no part for any"
                  + " prefix, so no copies are used; autoversion.build-manifest takes what"
                  + " autoversion's own build wrote, autoversion.manifests[/prefix] what others"
                  + " did"),
          log.lines().stream().filter(line -> line.startsWith("WARNING")).toList());
    }
  }

  @Test
  void ownHandler_hasItsPart() throws Exception {
    runner(copied("/assets"))
        .withPropertyValues("spring.mvc.static-path-pattern=/assets/**")
        .run(
            context ->
                assertEquals(
                    "/assets/js/app-0123456789ab.js",
                    autoversion(context).url("/assets/js/app.js")));
  }

  @Test
  void prefix_inTheOtherSpelling() throws Exception {
    runner(copied("/my%20files"))
        .withPropertyValues("spring.mvc.static-path-pattern=/my files/**")
        .run(
            context ->
                assertEquals(
                    "/my%20files/js/app-0123456789ab.js",
                    autoversion(context).url("/my%20files/js/app.js")));
  }

  @Test
  void brokenManifest_endsTheStart() throws Exception {
    Copied copied = copied("/");
    Files.writeString(folder.resolve(Copied.MANIFEST), "{\"autoversion\": 2}");
    runner(copied)
        .run(
            context -> {
              Throwable cause = context.getStartupFailure();
              while (!(cause instanceof BadPropertyException)) {
                cause = cause.getCause();
              }
              BadPropertyException bad = (BadPropertyException) cause;
              assertEquals("autoversion.build-manifest", bad.name());
              assertTrue(bad.getMessage().contains("it is in version 2"), bad::getMessage);
            });
  }
}
