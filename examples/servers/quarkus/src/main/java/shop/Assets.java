package shop;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import dev.autoversion.servlet.AutoversionFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Quarkus with undertow: files in META-INF/resources, which Quarkus serves as well. */
public final class Assets {
  @Produces
  @Singleton
  Autoversion autoversion() {
    return Autoversion.builder()
        .classpath("/static", "META-INF/resources/static")
        .placement(Placement.fileName())
        .build();
  }

  /** Quarkus creates its filters itself, so this one delegates to ours. */
  @WebFilter(
      urlPatterns = "/*",
      asyncSupported = true,
      dispatcherTypes = {
        DispatcherType.REQUEST,
        DispatcherType.FORWARD,
        DispatcherType.INCLUDE,
        DispatcherType.ASYNC,
        DispatcherType.ERROR
      })
  public static class Versions implements Filter {
    @Inject Autoversion autoversion;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      new AutoversionFilter(autoversion).doFilter(request, response, chain);
    }
  }

  @WebServlet("/page")
  public static class Pages extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html; charset=utf-8");
      response.getWriter().printf("""
          <!doctype html>
          <link rel="stylesheet" href="%s">
          <script type="module" src="%s"></script>
          """,
          response.encodeURL("/static/css/app.css"), response.encodeURL("/static/js/app.js"));
    }
  }
}
