package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.ManualTime;
import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePathsTest {
  @TempDir static Path root;

  @BeforeAll
  static void writeFiles() throws Exception {
    AssetFiles.write(root);
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void hostilePaths_leadNowhere(Container container) throws Exception {
    for (Placement placement : List.of(Placement.fileName(), Placement.pathSegment())) {
      Autoversion everything =
          ManualTime.later().builder().directory("/", root).placement(placement).build();
      Autoversion folder = AssetFiles.autoversion(root, placement);
      for (Autoversion autoversion : List.of(everything, folder)) {
        try (Running server = container.start(new Site(root, autoversion))) {
          for (String path : hostile()) {
            Answer answer = server.get(path);
            assertTrue(answer.status() >= 400, path + " gives " + answer.status());
            assertNotEquals(IMMUTABLE, answer.cacheControl(), path);
          }
        }
      }
    }
  }

  private static List<String> hostile() {
    return List.of(
        "/@3fc4ccfe7458/WEB-INF/web.js",
        "/@3fc4ccfe7458/web-inf/web.js",
        "/@3fc4ccfe7458/%57EB-INF/web.js",
        "/WEB-INF/@3fc4ccfe7458/web.js",
        "/WEB-INF/web-3fc4ccfe7458.js",
        "/%57EB-INF/web-3fc4ccfe7458.js",
        "/WEB-INF;x/web-3fc4ccfe7458.js",
        "/static/@3fc4ccfe7458/../../WEB-INF/web.js",
        "/static/@3fc4ccfe7458/%2e%2e/%2e%2e/WEB-INF/web.js",
        "/static/@3fc4ccfe7458/..%2f..%2fWEB-INF/web.js",
        "/static/@3fc4ccfe7458/..;/..;/WEB-INF/web.js",
        "/static/@3fc4ccfe7458/..%5c..%5cWEB-INF/web.js",
        "/static/@3fc4ccfe7458//etc/passwd",
        "/static/@../@3fc4ccfe7458/WEB-INF/web.js",
        "/static/../WEB-INF/web-3fc4ccfe7458.js",
        "/static/%2e%2e/WEB-INF/web-3fc4ccfe7458.js",
        "/static/..;/WEB-INF/web-3fc4ccfe7458.js",
        "/static/.env-3fc4ccfe7458",
        "/static/@3fc4ccfe7458/.env",
        "/static/@3fc4ccfe7458/app.js%00",
        "/static/app-3fc4ccfe7458.js%00",
        "/static/app-3fc4ccfe7458.js%0d%0aX-Evil:%201",
        "/static/app-3fc4ccfe7458.js/",
        "/static/app-3fc4ccfe7458%2ejs%c0%ae",
        "/static/app-3fc4ccfe7458.%");
  }

  @ParameterizedTest
  @MethodSource("dev.autoversion.servlet.Container#all")
  void hostileQueries_leaveHeadersClean(Container container) throws Exception {
    Autoversion autoversion = AssetFiles.autoversion(root, Placement.query());
    try (Running server = container.start(new Site(root, autoversion))) {
      for (String query :
          List.of("%0d%0aX-Evil:1", "3fc4ccfe7458%0d%0aX-Evil:1", "\u00e9", "<x>")) {
        Answer answer = server.get("/static/app.js?v=" + query);
        assertEquals("", answer.header("X-Evil"));
        assertNotEquals(IMMUTABLE, answer.cacheControl());
      }
    }
  }
}
