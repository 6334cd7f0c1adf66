package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.pebble.AutoversionExtension;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** Pebble. */
record Pebble() implements Engine {
  @Override
  public String attribute(String name, String reference) {
    return name + "=\"{{ '" + reference + "' | autoversion }}\"";
  }

  @Override
  public String rows() {
    return "{% for row in rows %}<tr><td>{{ row.name }}</td><td>{{ row.city }}</td></tr>\n"
        + "{% endfor %}";
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, Autoversion autoversion) {
    return page(template, model, new AutoversionExtension(autoversion));
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, UnaryOperator<String> function) {
    Filter filter = new FunctionFilter(function);
    return page(
        template,
        model,
        new AbstractExtension() {
          @Override
          public Map<String, Filter> getFilters() {
            return Map.of("autoversion", filter);
          }
        });
  }

  private static Callable<String> page(
      String template, Map<String, Object> model, Extension extension) {
    PebbleEngine engine =
        new PebbleEngine.Builder().loader(new StringLoader()).extension(extension).build();
    PebbleTemplate page = engine.getTemplate(template);
    return () -> {
      StringWriter out = new StringWriter();
      page.evaluate(out, model);
      return out.toString();
    };
  }

  private record FunctionFilter(UnaryOperator<String> function) implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int lineNumber) {
      return function.apply(input.toString());
    }
  }
}
