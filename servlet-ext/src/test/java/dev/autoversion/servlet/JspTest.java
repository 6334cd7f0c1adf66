package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real JSP pages in an application that is mounted as a whole. */
class JspTest {
  private static final String CART =
      "<%@ page session=\"true\" %><% session.setAttribute(\"cart\", 1); %>the cart";
  private static final String PAGE =
      """
      <%@ page contentType="text/plain;charset=UTF-8" session="true" %>
      <%@ taglib prefix="c" uri="jakarta.tags.core" %>
      <c:url value="/static/app.js"/>
      <c:url value="/static/app.js"><c:param name="x" value="1"/></c:url>
      <%= response.encodeURL("/static/css/site.css") %>
      ${autoversion.url("/static/app.js")}
      <c:url value="/cart.jsp"/>
      <c:url value="/owners/12"/>
      """;

  @TempDir Path temporary;

  private WebApplication start(String placement) throws Exception {
    Path root = temporary.resolve("app");
    AssetFiles.put(root, "static/app.js", "two"); // printf two | sha256sum
    AssetFiles.put(root, "static/css/site.css", "two");
    AssetFiles.put(root, "cart.jsp", CART);
    AssetFiles.put(root, "page.jsp", PAGE);
    AssetFiles.put(
        root,
        "WEB-INF/web.xml",
        WebApplication.descriptor("autoversion.mount./", "/", "autoversion.placement", placement));
    return WebApplication.start(root, temporary);
  }

  @ParameterizedTest
  @CsvSource({
    "query, /static/app.js?v=3fc4ccfe7458, /static/app.js?x=1&v=3fc4ccfe7458,"
        + " /static/css/site.css?v=3fc4ccfe7458",
    "file-name, /static/app-3fc4ccfe7458.js, /static/app-3fc4ccfe7458.js?x=1,"
        + " /static/css/site-3fc4ccfe7458.css",
    "path-segment, /static/@3fc4ccfe7458/app.js, /static/@3fc4ccfe7458/app.js?x=1,"
        + " /static/@3fc4ccfe7458/css/site.css"
  })
  void page_versionsAssetsAndNothingElse(String placement, String url, String more, String css)
      throws Exception {
    try (WebApplication application = start(placement)) {
      Answer page = application.get("/page.jsp");
      List<String> lines = page.text().lines().filter(line -> !line.isBlank()).toList();
      assertEquals(List.of(url, more, css, url), lines.subList(0, 4), page::text);
      // What has a session needs it in its links, as nobody has sent a cookie.
      assertTrue(lines.get(4).matches("/cart\\.jsp;jsessionid=[0-9A-F]+"), lines.get(4));
      assertTrue(lines.get(5).matches("/owners/12;jsessionid=[0-9A-F]+"), lines.get(5));
      Answer asset = application.get(url);
      assertEquals("200 two", asset.status() + " " + asset.text());
      assertEquals("public, max-age=31536000, immutable", asset.cacheControl());
      neverImmutable(application);
    }
  }

  private static void neverImmutable(WebApplication application) throws IOException {
    // sha256sum of the page
    String version = "1019ead07adb";
    for (String url :
        List.of(
            "/cart.jsp",
            "/cart.jsp?v=" + version,
            "/cart-" + version + ".jsp",
            "/@" + version + "/cart.jsp",
            "/cart.jsp;jsessionid=1",
            "/cart.jsp;x?v=" + version)) {
      Answer answer = application.get(url);
      assertFalse(answer.cacheControl().contains("immutable"), url);
      assertFalse(answer.text().contains("session.set"), () -> url + ": " + answer.text());
    }
    Answer cart = application.get("/cart.jsp");
    assertEquals("200 the cart", cart.status() + " " + cart.text());
    assertTrue(cart.header("Set-Cookie").startsWith("JSESSIONID="), cart.header("Set-Cookie"));
  }
}
