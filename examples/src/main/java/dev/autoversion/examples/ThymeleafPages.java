package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import dev.autoversion.thymeleaf.AutoversionDialect;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** Thymeleaf: {@code th:href="@{/static/css/site.css}"}. */
final class ThymeleafPages implements Pages {
  private final TemplateEngine engine = new TemplateEngine();

  ThymeleafPages(Path templates, Autoversion autoversion) {
    FileTemplateResolver resolver = new FileTemplateResolver();
    resolver.setPrefix(templates + "/");
    resolver.setSuffix(Engine.THYMELEAF.file(""));
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(false);
    engine.setTemplateResolver(resolver);
    engine.setLinkBuilder(new RootLinkBuilder());
    AutoversionDialect.install(engine, autoversion);
  }

  @Override
  public String render(String template, Map<String, Object> model) {
    return engine.process(template, new Context(Locale.ENGLISH, model));
  }

  /**
   * Thymeleaf asks the request for the context path in front of {@code @{/...}}. This site has
   * none, and {@code --render} has no request.
   */
  private static final class RootLinkBuilder extends StandardLinkBuilder {
    @Override
    protected String computeContextPath(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      return "";
    }
  }
}
