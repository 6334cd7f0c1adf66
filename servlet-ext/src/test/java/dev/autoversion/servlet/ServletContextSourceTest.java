package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Asset;
import dev.autoversion.AssetSource;
import dev.autoversion.LogicalPath;
import dev.autoversion.servlet.Container.Running;
import jakarta.servlet.ServletContext;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServletContextSourceTest {
  @TempDir static Path temporary;
  private static Path packed;
  private static Path exploded;

  @BeforeAll
  static void writeFiles() throws Exception {
    packed = War.packed(temporary.resolve("app.war"));
    exploded = War.exploded(temporary.resolve("app"));
  }

  /** Something that is done inside a web application. */
  @FunctionalInterface
  interface Check {
    void in(ServletContext context) throws Exception;
  }

  private static void inside(Container container, Path war, Check check) throws Exception {
    AtomicReference<Object> failure = new AtomicReference<>("not run");
    Action action =
        (request, response) -> {
          try {
            check.in(request.getServletContext());
            failure.set("");
          } catch (Exception | AssertionError e) {
            failure.set(e);
          }
        };
    try (Running server = container.start(new Site(war).with("/check", action))) {
      server.get("/check");
    }
    if (failure.get() instanceof Throwable e) {
      throw new AssertionError(container + " " + war.getFileName() + ": " + e, e);
    }
    assertEquals("", failure.get());
  }

  private static Optional<Asset> find(AssetSource source, String name) throws Exception {
    Optional<LogicalPath> path = LogicalPath.of(name);
    return path.isEmpty() ? Optional.empty() : source.find(path.get());
  }

  private static String text(Asset asset) throws Exception {
    try (InputStream in = asset.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void find_packedAndExploded(Container container) throws Exception {
    for (Path war : List.of(packed, exploded)) {
      inside(
          container,
          war,
          context -> {
            AssetSource source = ServletContextSource.of(context, "/static");
            for (String name : List.of("app.js", "a b.js", "\u00e9.js", "css/site.css")) {
              Asset asset = find(source, name).orElseThrow(() -> new AssertionError(name));
              assertEquals(
                  name.startsWith("css") ? "a{background:url(../img/x.png)}" : "two", text(asset));
              assertEquals(asset.stamp(), asset.stampNow());
              assertEquals(war == exploded, asset.file().isPresent());
            }
            for (String name :
                List.of(
                    "none.js",
                    "img",
                    "app.js/x",
                    "APP.JS",
                    "%61pp.js",
                    "100%25.js",
                    "app.js;x",
                    "app.js?x",
                    "app.js#x",
                    "%2e%2e/page.html",
                    "..%2fpage.html")) {
              assertTrue(find(source, name).isEmpty(), name);
            }
            AssetSource all = ServletContextSource.of(context, "/");
            assertTrue(find(all, "page.html").isPresent());
            for (String name : List.of("%57EB-INF/web.js", "WEB-INF/web.js", "static")) {
              assertTrue(find(all, name).isEmpty(), name);
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void stamps_tellFilesApart(Container container) throws Exception {
    inside(
        container,
        packed,
        context -> {
          AssetSource source = ServletContextSource.of(context, "/static");
          Asset one = find(source, "app.js").orElseThrow();
          Asset other = find(source, "a b.js").orElseThrow();
          assertTrue(!one.stamp().equals(other.stamp()));
          assertEquals(false, one.hasReliableTime());
        });
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void paths_nothingThatIsNeverPublic(Container container) throws Exception {
    for (Path war : List.of(packed, exploded)) {
      // Undertow lists no class path, which stands for the archive in this test.
      if (container != Container.UNDERTOW || war == exploded) {
        inside(
            container,
            war,
            context -> {
              assertEquals(
                  "[a b.js, app.js, css/site.css, img/x.png, \u00e9.js]",
                  paths(ServletContextSource.of(context, "/static/")));
              assertEquals(
                  "[page.html, static/a b.js, static/app.js,"
                      + " static/css/site.css, static/img/x.png, static/\u00e9.js]",
                  paths(ServletContextSource.of(context, "/")));
              AssetSource source = ServletContextSource.of(context, "/static");
              assertEquals(
                  Optional.of("it is a folder"),
                  source.whyAbsent(LogicalPath.of("img").orElseThrow()));
              assertEquals(Optional.empty(), source.whyAbsent(LogicalPath.of("no").orElseThrow()));
              assertEquals("folder /static/ of the web application at /", source.toString());
            });
      }
    }
  }

  private static String paths(AssetSource source) throws Exception {
    try (Stream<LogicalPath> paths = source.paths()) {
      return new TreeSet<>(paths.map(LogicalPath::value).toList()).toString();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void of_refusesWhatIsNoPublicFolder(Container container) throws Exception {
    inside(
        container,
        exploded,
        context -> {
          for (String folder :
              List.of(
                  "",
                  "static",
                  "//static",
                  "/st%61tic",
                  "/WEB-INF",
                  "/web-inf/x",
                  "/META-INF/",
                  "/../x")) {
            IllegalArgumentException e =
                assertThrows(
                    IllegalArgumentException.class, () -> ServletContextSource.of(context, folder));
            assertEquals(
                "a folder of a web application starts with one slash and is public, like"
                    + " '/static', unlike '"
                    + folder
                    + "'",
                e.getMessage());
          }
        });
  }
}
