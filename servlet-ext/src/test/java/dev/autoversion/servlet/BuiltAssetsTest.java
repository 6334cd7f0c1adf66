package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.CapturedLog;
import dev.autoversion.Placement;
import dev.autoversion.Without;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What autoversion's own build has left in a web application counts by itself. */
class BuiltAssetsTest {
  private static final String BUILT = "/shop/static/js/a-0123456789ab.js";
  private static final String LIVE =
      "/shop/static/js/a-8d68b7bc4f92.js"; // yes two | head -100 | sha256sum

  @TempDir Path temporary;

  private static Site site(Path war, String... parameters) {
    Site site =
        new Site(war)
            .at("/shop")
            .with(
                "/page",
                (request, response) ->
                    response.getWriter().print(response.encodeURL("/shop/static/js/a.js")))
            .withContextParameter("autoversion.mount./static", "/static");
    for (int i = 0; i < parameters.length; i += 2) {
      site.withContextParameter("autoversion." + parameters[i], parameters[i + 1]);
    }
    return site;
  }

  private Path exploded(Map<String, byte[]> built) throws Exception {
    return War.exploded(Files.createTempDirectory(temporary, "app"), built);
  }

  private static String link(Container container, Site site) throws Exception {
    try (Running server = container.start(site)) {
      return server.get("/shop/page").text();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void manifest_foundByItself(Container container) throws Exception {
    Map<String, byte[]> built = BuiltFiles.of("/static");
    for (Path war : List.of(War.packed(temporary.resolve("app.war"), built), exploded(built))) {
      try (Running server = container.start(site(war))) {
        assertEquals(BUILT, server.get("/shop/page").text());
        assertSent(server.get(BUILT), "", BuiltFiles.SCRIPT);
        assertSent(server.get(BUILT, "Accept-Encoding: gzip"), "gzip", BuiltFiles.gzip());
        assertSent(server.get(BUILT, "Accept-Encoding: br, gzip"), "br", BuiltFiles.BROTLI);
        Answer lacking = server.get("/shop/static/a%20b-3fc4ccfe7458.js");
        assertEquals("two " + IMMUTABLE, lacking.text() + " " + lacking.cacheControl());
      }
    }
  }

  private static void assertSent(Answer answer, String coding, byte[] bytes) {
    assertEquals(
        "200 " + IMMUTABLE + " " + coding,
        answer.status() + " " + answer.cacheControl() + " " + answer.header("Content-Encoding"));
    assertEquals("Accept-Encoding", answer.header("Vary"));
    assertTrue(answer.header("Content-Type").contains("/javascript"), answer::toString);
    assertArrayEquals(bytes, answer.body());
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void parameter_noneOrAnother(Container container) throws Exception {
    Path war = exploded(BuiltFiles.of("/static"));
    assertEquals(LIVE, link(container, site(war, "build-manifest", "none")));
    Path other = exploded(BuiltFiles.of("/static/", "WEB-INF/classes/other.json"));
    assertEquals(LIVE, link(container, site(other)));
    assertEquals(BUILT, link(container, site(other, "build-manifest", "classpath:other.json")));
    String file = "file:" + other.resolve("WEB-INF/classes/other.json");
    assertEquals(BUILT, link(container, site(other, "build-manifest", file)));
    String encoded = file.replace("other.json", "%6Fther.json");
    assertEquals(BUILT, link(container, site(other, "build-manifest", encoded)));
  }

  /** As {@code --prefix} and web.xml may have it. */
  @ParameterizedTest
  @CsvSource({"/my files, /my%20files", "/my%20files, /my files"})
  void prefix_inTheOtherSpelling(String built, String mounted) throws Exception {
    Path war = exploded(BuiltFiles.of(built));
    try (URLClassLoader classes =
        new URLClassLoader(new URL[] {war.resolve("WEB-INF/classes").toUri().toURL()})) {
      Autoversion.Builder builder =
          Autoversion.builder()
              .directory(mounted, war.resolve("static"))
              .placement(Placement.fileName());
      BuiltAssets.of(classes, List.of(mounted)).addTo(builder, "");
      assertEquals("/my%20files/js/a-0123456789ab.js", builder.build().url("/my%20files/js/a.js"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void prefixWithoutMount_isSaid(Container container) throws Exception {
    Site site = site(exploded(BuiltFiles.of("/assets")), "mount./docs/", "/docs");
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(LIVE, link(container, site));
      assertEquals(
          List.of(
              "WARNING manifest classpath:META-INF/autoversion/manifest.json (autoversion) has"
                  + " copies of assets at /assets, where nothing is mounted; mount them with"
                  + " autoversion.mount./assets, or build with one of these as --prefix: /docs,"
                  + " /static"),
          log.lines());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void withoutManifestExt_isSaidOnce(Container container) throws Exception {
    Site site = site(exploded(BuiltFiles.of("/static"))).initializedBy(withoutManifestExt());
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(LIVE, link(container, site));
      assertEquals(
          List.of(
              "WARNING the copies of assets that META-INF/autoversion/manifest.json lists are not"
                  + " used: reading it needs dev.autoversion:autoversion-manifest-ext and what it"
                  + " depends on, but there is no dev/autoversion/manifest/Manifests; add it, or set"
                  + " autoversion.build-manifest to none"),
          log.lines());
    }
    Map<String, byte[]> built = BuiltFiles.of("/static");
    built.remove(BuiltFiles.MANIFEST);
    Site none = site(exploded(built)).initializedBy(withoutManifestExt());
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals(LIVE, link(container, none));
      assertEquals(List.of(), log.lines());
    }
  }

  private static ServletContainerInitializer withoutManifestExt() throws Exception {
    return (ServletContainerInitializer)
        new Without("dev.autoversion.manifest.")
            .loadClass(AutoversionInitializer.class.getName())
            .getConstructor()
            .newInstance();
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void brokenManifest_failsTheDeployment(Container container) throws Exception {
    Map<String, byte[]> built = BuiltFiles.of("/static");
    built.put(BuiltFiles.MANIFEST, "{\"autoversion\": 2}".getBytes(StandardCharsets.UTF_8));
    Site site = site(exploded(built));
    assertThrows(Exception.class, () -> container.start(site).close());
  }

  @Test
  void badValue_isNamed() throws Exception {
    Path broken = Files.writeString(temporary.resolve("broken.json"), "{\"autoversion\": 2}");
    assertMessage(
        "manifest /none.json (not there yet) has no part for any mount; name one that"
            + " autoversion's own build wrote",
        "file:/none.json",
        new AutoversionInitializer());
    assertTrue(
        message("file:" + broken, new AutoversionInitializer()).contains("it is in version 2"));
    assertMessage(
        "takes none, classpath:… or file:…, not '/WEB-INF/x.json'",
        "/WEB-INF/x.json",
        new AutoversionInitializer());
    assertMessage(
        "needs dev.autoversion:autoversion-manifest-ext and what it depends on, but there is no"
            + " dev/autoversion/manifest/Manifests",
        "file:/none.json",
        withoutManifestExt());
  }

  private static void assertMessage(
      String expected, String value, ServletContainerInitializer initializer) {
    assertEquals(
        "context parameter autoversion.build-manifest: " + expected, message(value, initializer));
  }

  private static String message(String value, ServletContainerInitializer initializer) {
    Contexts.Parameters context = Contexts.of("autoversion.mount./static", "/static");
    context.values().put("autoversion.build-manifest", value);
    ServletException e =
        assertThrows(ServletException.class, () -> initializer.onStartup(null, context.context()));
    return String.valueOf(e.getMessage());
  }
}
