package dev.autoversion.servlet;

import static dev.autoversion.servlet.AssetFiles.IMMUTABLE;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import dev.autoversion.servlet.Container.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AutoversionFilterTest {
  // status, Cache-Control ("immutable" in short, "-" for none), method, URL, request headers
  private static final String EVERYWHERE =
      """
      200 -         GET  /static/app.js
      200 -         HEAD /static/app.js
      200 -         GET  /other/app.js
      200 -         GET  /static/my.js
      200 -         GET  /static/css/site.css
      404 no-store  GET  /static/none.js
      404 no-store  HEAD /static/none.js
      404 no-store  GET  /static/my-file.js
      404 no-store  GET  /static/@file/my.js
      404 no-store  GET  /static/app-3FC4CCFE7458.js
      404 no-store  GET  /static/app-3fc4ccfe74.js
      404 no-store  GET  /static/@3FC4CCFE7458/app.js
      404 no-store  GET  /static/app-3fc4ccfe7458-3fc4ccfe7458.js
      404 no-store  GET  /static/@3fc4ccfe7458/@3fc4ccfe7458/app.js
      404 no-store  GET  /static/none.js?v=3fc4ccfe7458
      404 *         GET  /static/@3fc4ccfe7458/WEB-INF/in.js
      404 *         GET  /static/@3fc4ccfe7458/web-inf/in.js
      404 *         GET  /static/WEB-INF/in-3fc4ccfe7458.js
      404 *         GET  /static/@3fc4ccfe7458/.env
      404 *         GET  /static/@3fc4ccfe7458/%2eenv
      404 *         GET  /static/.env-3fc4ccfe7458
      200 -         GET  /static/cart.jsp
      200 -         GET  /static/cart.jsp?v=3fc4ccfe7458
      404 *         GET  /static/cart-3fc4ccfe7458.jsp
      404 *         GET  /static/@3fc4ccfe7458/cart.jsp
      """;
  private static final String QUERY =
      """
      200 immutable GET  /static/app.js?v=3fc4ccfe7458
      200 immutable HEAD /static/app.js?v=3fc4ccfe7458
      200 immutable GET  /static/app.js?x=1&v=3fc4ccfe7458&y
      200 immutable GET  /static/a%20b.js?v=3fc4ccfe7458
      200 immutable GET  /static/%61pp.js?v=3fc4ccfe7458
      200 immutable GET  /static/%C3%A9.js?v=3fc4ccfe7458
      200 immutable GET  /static/app.js;jsessionid=1?v=3fc4ccfe7458
      200 immutable GET  /static/empty.txt?v=e3b0c44298fc
      200 immutable GET  /static/big.txt?v=aca9e593cc62
      200 immutable HEAD /static/big.txt?v=aca9e593cc62
      206 immutable GET  /static/app.js?v=3fc4ccfe7458 Range: bytes=0-0
      206 immutable GET  /static/app.js?v=3fc4ccfe7458 Range: bytes=-1
      200 immutable GET  /static/big.txt?v=aca9e593cc62 Range: bytes=1-2,5-7
      416 no-store  GET  /static/app.js?v=3fc4ccfe7458 Range: bytes=9-
      304 immutable GET  /static/app.js?v=3fc4ccfe7458 If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT
      200 immutable GET  /static/app.js?v=3fc4ccfe7458 If-Modified-Since: Fri, 01 Jan 1999 00:00:00 GMT
      304 immutable GET  /static/app.js?v=3fc4ccfe7458 If-None-Match: *
      304 immutable HEAD /static/app.js?v=3fc4ccfe7458 If-None-Match: *
      412 no-store  GET  /static/app.js?v=3fc4ccfe7458 If-Match: "x"
      200 no-store  GET  /static/app.js?v=000000000000
      200 no-store  HEAD /static/app.js?v=000000000000
      200 -         GET  /static/app.js?v=4.7.0
      200 -         GET  /static/app.js?v=
      200 -         GET  /static/app.js?v
      200 -         GET  /static/app.js?v=%0d%0aX-Evil:1
      200 -         GET  /static/app.js?x=3fc4ccfe7458
      200 immutable GET  /static/css/site.css?v=c9f57956d973
      200 no-store  GET  /static/css/site.css?v=000000000000
      304 immutable GET  /static/css/site.css?v=c9f57956d973 If-None-Match: *
      412 no-store  GET  /static/css/site.css?v=c9f57956d973 If-Match: "x"
      """;
  private static final String FILE_NAME =
      """
      200 immutable GET  /static/app-3fc4ccfe7458.js
      200 immutable HEAD /static/app-3fc4ccfe7458.js
      200 immutable GET  /static/app-3fc4ccfe7458.js?x=1
      200 immutable GET  /static/app-3fc4ccfe7458.js;jsessionid=1
      200 immutable GET  /static/a%20b-3fc4ccfe7458.js
      200 immutable GET  /static/%61pp-3fc4ccfe7458.js
      200 immutable GET  /static/%C3%A9-3fc4ccfe7458.js
      200 immutable GET  /static/LICENSE-3fc4ccfe7458
      200 immutable GET  /static/big-aca9e593cc62.txt
      200 immutable HEAD /static/big-aca9e593cc62.txt
      206 immutable GET  /static/app-3fc4ccfe7458.js Range: bytes=0-0
      416 no-store  GET  /static/app-3fc4ccfe7458.js Range: bytes=9-
      304 immutable GET  /static/app-3fc4ccfe7458.js If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT
      302 no-store  GET  /static/app-000000000000.js
      302 no-store  HEAD /static/app-000000000000.js
      200 immutable GET  /static/css/site-c9f57956d973.css
      302 no-store  GET  /static/css/site-000000000000.css
      304 immutable GET  /static/css/site-c9f57956d973.css If-None-Match: *
      404 no-store  GET  /static/none-3fc4ccfe7458.js
      200 -         GET  /static/app.js?v=3fc4ccfe7458
      """;
  private static final String PATH_SEGMENT =
      """
      200 immutable GET  /static/@3fc4ccfe7458/app.js
      200 immutable HEAD /static/@3fc4ccfe7458/app.js
      200 immutable GET  /static/@3fc4ccfe7458/a%20b.js?x=1
      200 immutable GET  /static/@3fc4ccfe7458/img/x.png
      200 immutable GET  /static/@3fc4ccfe7458/LICENSE
      206 immutable GET  /static/@3fc4ccfe7458/app.js Range: bytes=0-0
      416 no-store  GET  /static/@3fc4ccfe7458/app.js Range: bytes=9-
      304 immutable GET  /static/@3fc4ccfe7458/app.js If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT
      302 no-store  GET  /static/@000000000000/app.js
      200 immutable GET  /static/@c9f57956d973/css/site.css
      302 no-store  GET  /static/@000000000000/css/site.css
      404 no-store  GET  /static/@3fc4ccfe7458/none.js
      """;

  @TempDir static Path root;
  private static final List<Running> servers = new ArrayList<>();
  private static final List<Arguments> running = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    AssetFiles.write(root);
    for (Container container : Container.all().toList()) {
      for (String context : List.of("", "/shop")) {
        start(container, context, "query", Placement.query(), EVERYWHERE + QUERY);
        start(container, context, "fileName", Placement.fileName(), EVERYWHERE + FILE_NAME);
        start(container, context, "segment", Placement.pathSegment(), EVERYWHERE + PATH_SEGMENT);
      }
    }
  }

  private static void start(
      Container container, String context, String name, Placement placement, String rows)
      throws Exception {
    Autoversion autoversion = AssetFiles.autoversion(root, placement);
    Running server = container.start(new Site(root, autoversion).at(context));
    servers.add(server);
    String title = container + " " + name + (context.isEmpty() ? "" : " at " + context);
    running.add(Arguments.argumentSet(title, server, context, rows));
  }

  @AfterAll
  static void stop() {
    servers.forEach(Running::close);
  }

  static Stream<Arguments> running() {
    return running.stream();
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("running")
  void table(Running server, String context, String rows) {
    assertAll(
        rows.lines().map(row -> (Executable) () -> assertAnswer(server, context, row.strip())));
  }

  private static void assertAnswer(Running server, String context, String row) throws Exception {
    String[] cells = row.split("\\s+", 5);
    String[] headers = cells.length < 5 ? new String[0] : new String[] {cells[4]};
    Answer answer = server.send(cells[2], context + cells[3], headers);
    String cacheControl =
        switch (answer.cacheControl()) {
          case IMMUTABLE -> "immutable";
          case "" -> "-";
          default -> answer.cacheControl();
        };
    // What is never an asset is none of our business, an error page's included.
    boolean anything = cells[1].equals("*") && !cacheControl.equals("immutable");
    assertEquals(
        cells[0] + " " + cells[1], answer.status() + " " + (anything ? "*" : cacheControl), row);
    assertEquals("", answer.header("X-Evil"), row);
    if (cells[2].equals("HEAD") || answer.status() == 304) {
      assertEquals(0, answer.body().length, row);
    }
    if (answer.status() == 200 && cells[3].contains("pp") && cells[2].equals("GET")) {
      assertEquals("two", answer.text(), row);
    }
  }
}
