package dev.autoversion.examples;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a page that is rendered anew for each request. */
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** Something that renders a page. */
  @FunctionalInterface
  interface Page {
    String render() throws IOException;
  }

  private final String type;
  private final transient Page page;

  private PageServlet(String type, Page page) {
    this.type = type;
    this.page = page;
  }

  static PageServlet html(Page page) {
    return new PageServlet("text/html", page);
  }

  static PageServlet text(Page page) {
    return new PageServlet("text/plain", page);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String text = page.render();
    response.setContentType(type + "; charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache"); // It holds the current versions.
    response.getWriter().write(text);
  }
}
