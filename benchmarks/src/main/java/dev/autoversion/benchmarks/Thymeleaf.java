package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.thymeleaf.AutoversionDialect;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Thymeleaf, with its links as they are. */
record Thymeleaf() implements Engine {
  @Override
  public String attribute(String name, String reference) {
    return "th:" + name + "=\"@{~" + reference + "}\"";
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
    return () -> engine.process(template, new Context(Locale.ROOT, model));
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
    return () -> engine.process(template, new Context(Locale.ROOT, model));
  }

  private static TemplateEngine engine() {
    StringTemplateResolver templates = new StringTemplateResolver();
    templates.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(templates);
    return engine;
  }
}
