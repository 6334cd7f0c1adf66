package dev.autoversion.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that does one thing, whatever the method. */
final class ActionServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private final transient Action action;

  ActionServlet(Action action) {
    this.action = action;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    action.run(request, response);
  }
}
