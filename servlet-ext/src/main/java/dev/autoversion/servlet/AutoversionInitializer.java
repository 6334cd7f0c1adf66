package dev.autoversion.servlet;

import dev.autoversion.Autoversion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers an {@link AutoversionFilter} if a web application's context parameters mount something:
 * {@code autoversion.mount./static} with the value {@code /static}. The container finds this class
 * by itself; without such a parameter it does nothing.
 *
 * <p>Files that autoversion's own build has left in {@code WEB-INF/classes} are sent if they belong
 * to a mount, and autoversion-manifest-ext is there to read their manifest.
 */
public final class AutoversionInitializer implements ServletContainerInitializer {
  /**
   * The attribute of the servlet context that holds the {@link Autoversion}: a JSP writes {@code
   * ${autoversion.url(pageContext.request.contextPath += "/static/app.js")}}.
   */
  public static final String ATTRIBUTE = "autoversion";

  /** Called by the container. */
  public AutoversionInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> none, ServletContext context)
      throws ServletException {
    ContextParameters parameters = ContextParameters.of(context);
    if (!parameters.hasMounts()) {
      return;
    }
    Autoversion autoversion = parameters.autoversion();
    FilterRegistration.@Nullable Dynamic filter =
        context.addFilter(ATTRIBUTE, new AutoversionFilter(autoversion));
    if (filter == null) {
      throw new ServletException(
          "web.xml has a filter named 'autoversion' already; remove it, or the parameters"
              + " autoversion.mount.…");
    }
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
    context.setAttribute(ATTRIBUTE, autoversion);
    context.log(autoversion.toString());
    if (parameters.warmUp()) {
      context.log(autoversion.warmUp().toString());
    }
  }
}
