package dev.autoversion.benchmarks;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import dev.autoversion.Autoversion;
import dev.autoversion.jinjava.AutoversionJinjava;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** Jinjava. */
record JinjavaEngine() implements Engine {
  @Override
  public String attribute(String name, String reference) {
    return name + "=\"{{ '" + reference + "'|autoversion }}\"";
  }

  @Override
  public String rows() {
    return "{% for row in rows %}<tr><td>{{ row.name|e }}</td><td>{{ row.city|e }}</td></tr>\n"
        + "{% endfor %}";
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, Autoversion autoversion) {
    Jinjava jinjava = new Jinjava();
    AutoversionJinjava.install(jinjava, autoversion);
    return () -> jinjava.render(template, model);
  }

  @Override
  public Callable<String> page(
      String template, Map<String, Object> model, UnaryOperator<String> function) {
    Jinjava jinjava = new Jinjava();
    jinjava.getGlobalContext().registerFilter(new FunctionFilter(function));
    return () -> jinjava.render(template, model);
  }

  private record FunctionFilter(UnaryOperator<String> function) implements Filter {
    @Override
    public String getName() {
      return "autoversion";
    }

    @Override
    public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
      return function.apply(value.toString());
    }
  }
}
