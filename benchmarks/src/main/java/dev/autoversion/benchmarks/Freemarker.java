package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.freemarker.AutoversionFreemarker;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** FreeMarker. */
record Freemarker() implements Engine {
  @Override
  public String attribute(String name, String reference) {
    return name + "=\"${autoversion('" + reference + "')}\"";
  }

  @Override
  public String rows() {
    return "<#list rows as row><tr><td>${row.name}</td><td>${row.city}</td></tr>\n</#list>";
  }

  @Override
  public Callable<String> page(String template, Map<String, Object> model, Autoversion autoversion)
      throws IOException {
    Configuration configuration = configuration();
    AutoversionFreemarker.install(configuration, autoversion);
    return page(template, model, configuration);
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, UnaryOperator<String> function)
      throws IOException {
    Configuration configuration = configuration();
    TemplateMethodModelEx method =
        arguments ->
            new SimpleScalar(
                function.apply(((TemplateScalarModel) arguments.get(0)).getAsString()));
    configuration.setSharedVariable("autoversion", method);
    return page(template, model, configuration);
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_28);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    return configuration;
  }

  private static Callable<String> page(
      String template, Map<String, Object> model, Configuration configuration) throws IOException {
    Template page = new Template("page", template, configuration);
    return () -> {
      StringWriter out = new StringWriter();
      page.process(model, out);
      return out.toString();
    };
  }
}
