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
    String html() throws IOException;
  }

  private final transient Page page;

  PageServlet(Page page) {
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html = page.html();
    response.setContentType("text/html; charset=UTF-8");
    response.getWriter().write(html);
  }
}
