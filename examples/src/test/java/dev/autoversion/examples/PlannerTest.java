package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.OnMissing;
import dev.autoversion.check.TemplateCheck;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page whose scripts come from Vite, over real HTTP. */
class PlannerTest {
  private static final List<String> TAGS =
      List.of(
          "<link rel=\"stylesheet\" href=\"/build/assets/element-9rCjyHRp.css\""
              + " integrity=\"sha384-A+Y1OOc3LPt4N38Hy0keQHp7oFsNOc4UF7rfGLpMNurYpyCrGRUL/0yWLG5bPCzs\""
              + " crossorigin=\"anonymous\">",
          "<link rel=\"stylesheet\" href=\"/build/assets/planner-vypaUMNO.css\""
              + " integrity=\"sha384-w+m1nYJsHy8Lc5eqPuyZUtsaGUsr/7WB0cXfjgqwzQSAiVyrxdbptiXQFiJAyj5d\""
              + " crossorigin=\"anonymous\">",
          "<link rel=\"stylesheet\" href=\"/build/assets/print-D0PpBWH5.css\""
              + " integrity=\"sha384-9ReriCXmiJ6GhPocdDmtV/Al35mQkdjt+EQ3OmU/052xQBZZTBhTj7iuTNtBzg6b\""
              + " crossorigin=\"anonymous\">",
          "<link rel=\"modulepreload\" href=\"/build/assets/element-JeAWaZYZ.js\""
              + " integrity=\"sha384-wG7oZxawCKruTidZuz7uuiKMGgOldO0bMgtsqnKSlAlkIU7V1bUi+xhif3BIOv30\""
              + " crossorigin=\"anonymous\">",
          "<script type=\"module\" src=\"/build/assets/planner-CL00J6GV.js\""
              + " integrity=\"sha384-IHx0fi8O/oFy0saJQaqpoChyVO9jCfGix3Fqj5cFzsGI7EaZ0BYDaxmsuDfaMYt0\""
              + " crossorigin=\"anonymous\"></script>",
          "<script type=\"module\" src=\"/build/assets/clock-BdPO-Uma.js\""
              + " integrity=\"sha384-Zz7kHjzAqIPU/Rs765ftJkA5BIlfsjSpRWs2TtjOR8OBkvzvornTYMgtZIDeBKAa\""
              + " crossorigin=\"anonymous\"></script>");

  @TempDir Path directory;

  private SiteFolder folder;
  private SiteServer server;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    folder = SiteCopy.in(directory);
    server = SiteServer.start(new Site(folder, Site.autoversion(folder).build()), 0);
    browser = new Browser(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void planner_loadsWhatViteMade(Engine engine) throws Exception {
    String page = browser.page("/" + engine.path() + "/planner");
    assertEquals(
        TAGS,
        page.lines()
            .map(String::strip)
            .filter(line -> line.contains("/build/") && !line.contains("rel=\"icon\""))
            .toList());
    assertTrue(
        page.contains(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/build/assets/seed-iiZE0OXc.svg\">"),
        page);
  }

  @Test
  void build_isServedForEver() throws Exception {
    for (String url :
        List.of(
            "/build/assets/planner-CL00J6GV.js",
            "/build/assets/row-2cpbdmgQ.js",
            "/build/assets/row-x4kTtB-k.css",
            "/build/assets/seed-iiZE0OXc.svg")) {
      HttpResponse<byte[]> file = browser.get(url);
      assertEquals(200, file.statusCode(), url);
      assertEquals(
          "public, max-age=31536000, immutable",
          file.headers().firstValue("Cache-Control").orElse(""),
          url);
    }
  }

  @Test
  void build_manifestIsNotServed() throws Exception {
    assertEquals(404, browser.get("/build/.vite/manifest.json").statusCode());
  }

  @ParameterizedTest
  @EnumSource
  void templates_referToWhatIsThere(Engine engine) throws Exception {
    Autoversion strict = Site.autoversion(folder).onMissing(OnMissing.FAIL).build();
    new TemplateCheck(strict).assertNoneMissing(folder.templates(engine));
  }
}
