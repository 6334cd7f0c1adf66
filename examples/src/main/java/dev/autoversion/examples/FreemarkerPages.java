package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import dev.autoversion.freemarker.AutoversionFreemarker;
import freemarker.cache.FileTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** FreeMarker: {@code ${autoversion("/static/css/site.css")}}. */
final class FreemarkerPages implements Pages {
  private final Configuration configuration;

  FreemarkerPages(Path templates, Autoversion autoversion) {
    this.configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateUpdateDelayMilliseconds(0);
    try {
      configuration.setTemplateLoader(new FileTemplateLoader(templates.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AutoversionFreemarker.install(configuration, autoversion);
  }

  @Override
  public String render(String template, Map<String, Object> model) throws IOException {
    StringWriter page = new StringWriter();
    try {
      configuration.getTemplate(Engine.FREEMARKER.file(template)).process(model, page);
    } catch (TemplateException e) {
      throw new IOException(e.getMessage(), e);
    }
    return page.toString();
  }
}
