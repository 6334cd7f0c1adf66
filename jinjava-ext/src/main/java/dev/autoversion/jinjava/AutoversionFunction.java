package dev.autoversion.jinjava;

import com.hubspot.jinjava.doc.annotations.JinjavaDoc;
import com.hubspot.jinjava.doc.annotations.JinjavaParam;
import com.hubspot.jinjava.doc.annotations.JinjavaSnippet;
import com.hubspot.jinjava.el.ext.NamedParameter;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.DisabledException;
import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The function {@code autoversion}: the filter of the engine that is rendering, by another way. */
final class AutoversionFunction {
  private AutoversionFunction() {}

  static ELFunctionDefinition definition() {
    return new ELFunctionDefinition(
        "",
        AutoversionFilter.NAME,
        AutoversionFunction.class,
        "autoversion",
        Object.class,
        Object[].class);
  }

  /** Versions a reference as the filter does; further arguments are the filter's to refuse. */
  @JinjavaDoc(
      value = "Puts a version into the URL of a static asset, so that it may be cached for ever.",
      params =
          @JinjavaParam(
              value = "reference",
              type = "object",
              desc = "The URL of an asset, or a list of such URLs",
              required = true),
      snippets = {
        @JinjavaSnippet(
            desc = "Any other URL comes back unchanged.",
            code = "{{ autoversion(\"/static/a.css\") }}",
            output = "/static/a.css?v=9f3c2ab1d04e")
      })
  public static @Nullable Object autoversion(
      @Nullable Object reference, @Nullable Object... others) {
    List<@Nullable Object> args = new ArrayList<>();
    Map<String, Object> kwargs = new LinkedHashMap<>();
    for (Object other : others) {
      if (other instanceof NamedParameter named) {
        kwargs.put(named.getName(), named.getValue());
      } else {
        args.add(other);
      }
    }
    if (reference instanceof NamedParameter named) {
      kwargs.put(named.getName(), named.getValue());
    }
    JinjavaInterpreter interpreter = JinjavaInterpreter.getCurrent();
    return filter(interpreter).filter(reference, interpreter, args.toArray(), kwargs);
  }

  /** A static method can't be bound to one engine's filter, but it can ask who is calling. */
  private static Filter filter(JinjavaInterpreter interpreter) {
    for (Context scope = interpreter.getContext(); scope != null; scope = scope.getParent()) {
      try {
        Filter filter = scope.getFilter(AutoversionFilter.NAME);
        if (filter != null) {
          return filter;
        }
      } catch (DisabledException e) {
        // The filter is forbidden to templates, the function is not: the scope above has it.
      }
    }
    throw new InvalidInputException(
        interpreter,
        AutoversionFilter.NAME,
        "this context has no filter 'autoversion'; call AutoversionJinjava.install(...)");
  }
}
