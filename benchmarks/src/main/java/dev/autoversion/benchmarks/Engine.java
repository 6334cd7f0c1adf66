package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** A template engine, set up as an application would. */
interface Engine {
  /** An attribute with a versioned URL: {@code src="{{ "/a.js" | autoversion }}"}. */
  String attribute(String name, String reference);

  /** A table row for each of the page's rows. */
  String rows();

  /** A page in which {@code autoversion} is a function of ours. */
  Callable<String> page(String template, Map<String, Object> model, Autoversion autoversion)
      throws Exception;

  /** A page in which {@code autoversion} is any function. */
  Callable<String> page(String template, Map<String, Object> model, UnaryOperator<String> function)
      throws Exception;

  /** An engine by its name. */
  static Engine of(String name) {
    return switch (name) {
      case "pebble" -> new Pebble();
      case "freemarker" -> new Freemarker();
      case "jinjava" -> new JinjavaEngine();
      case "thymeleaf" -> new Thymeleaf("");
      case "thymeleaf-in-shop" -> new Thymeleaf("/shop");
      default -> throw new IllegalArgumentException("no engine " + name);
    };
  }
}
