package dev.autoversion.servlet;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A servlet context that has parameters and nothing else. */
final class Contexts {
  private Contexts() {}

  /** The parameters, and the context that has them. */
  record Parameters(Map<String, String> values, ServletContext context) {}

  static Parameters of(String name, String value) {
    Map<String, String> values = new TreeMap<>(Map.of(name, value));
    Object context =
        Proxy.newProxyInstance(
            Contexts.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getInitParameterNames" -> Collections.enumeration(values.keySet());
                  case "getInitParameter" -> values.get((String) arguments[0]);
                  case "getContextPath" -> "";
                  case "getClassLoader" -> Contexts.class.getClassLoader();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return new Parameters(values, (ServletContext) context);
  }
}
