package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.thymeleaf.AutoversionDialect;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Thymeleaf, with its links as they are.
 *
 * @param contextPath that of the request which is answered, or "" to render without one
 */
record Thymeleaf(String contextPath) implements Engine {
  @Override
  public String attribute(String name, String reference) {
    String ofServer = contextPath.isEmpty() ? "~" : "";
    return "th:" + name + "=\"@{" + ofServer + reference + "}\"";
  }

  @Override
  public String rows() {
    return "<tr th:each=\"row : ${rows}\"><td th:text=\"${row.name}\"></td>"
        + "<td th:text=\"${row.city}\"></td></tr>\n";
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, Autoversion autoversion) {
    TemplateEngine engine = engine();
    AutoversionDialect.install(engine, autoversion);
    return page(engine, template, model);
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, UnaryOperator<String> function) {
    TemplateEngine engine = engine();
    engine.setLinkBuilder(
        new StandardLinkBuilder() {
          @Override
          protected String processLink(IExpressionContext context, String link) {
            return function.apply(link);
          }
        });
    return page(engine, template, model);
  }

  private Callable<String> page(TemplateEngine engine, String template, Map<String, Object> model) {
    if (contextPath.isEmpty()) {
      return () -> engine.process(template, new Context(Locale.ROOT, model));
    }
    MockServletContext application = new MockServletContext();
    application.setContextPath(contextPath);
    JakartaServletWebApplication site = JakartaServletWebApplication.buildApplication(application);
    return () -> {
      MockHttpServletRequest request = new MockHttpServletRequest(application);
      request.setContextPath(contextPath);
      IWebExchange exchange = site.buildExchange(request, new MockHttpServletResponse());
      return engine.process(template, new WebContext(exchange, Locale.ROOT, model));
    };
  }

  private static TemplateEngine engine() {
    StringTemplateResolver templates = new StringTemplateResolver();
    templates.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(templates);
    return engine;
  }
}
