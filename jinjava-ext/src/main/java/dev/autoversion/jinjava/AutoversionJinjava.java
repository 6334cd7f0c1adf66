package dev.autoversion.jinjava;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import dev.autoversion.Autoversion;

/**
 * Adds the word {@code autoversion} to an engine, as a filter and as a function: {@code {{
 * "/static/a.css"|autoversion }}} and {@code {{ autoversion("/static/a.css") }}} both give {@code
 * /static/a.css?v=9f3c2ab1d04e}. It also adds {@code integrity}, {@code srcset}, {@code
 * entrypoint}, {@code importmap} and {@code preload}, both ways.
 */
public final class AutoversionJinjava {
  private static final System.Logger LOG = System.getLogger(AutoversionJinjava.class.getName());

  private AutoversionJinjava() {}

  /**
   * Registers filters and functions. Each engine keeps its own {@link Autoversion}. An existing
   * function or filter named {@code autoversion} is replaced, and a warning is logged. If the name
   * of another word is already taken, what has it stays, and a warning is logged.
   *
   * @param jinjava the engine, before it renders
   * @param autoversion what makes the URLs
   */
  public static void install(Jinjava jinjava, Autoversion autoversion) {
    AutoversionFilter filter = new AutoversionFilter(autoversion);
    warnOfReplaced(jinjava.getGlobalContext());
    jinjava.registerFilter(filter);
    jinjava.registerFunction(Functions.definition(filter.getName()));
    for (WordFilter word : filter.words()) {
      register(jinjava, word);
    }
  }

  private static void warnOfReplaced(Context context) {
    if (context.getFilter(AutoversionFilter.NAME) != null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this engine already had a filter 'autoversion', which is replaced; install one only");
    }
    ELFunctionDefinition function = context.getFunction(":" + AutoversionFilter.NAME);
    if (function != null && !isOurs(function)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this engine already had a function 'autoversion', which is replaced; install one only");
    }
  }

  private static boolean isOurs(ELFunctionDefinition function) {
    return function.getMethod().getDeclaringClass() == Functions.class;
  }

  private static void register(Jinjava jinjava, WordFilter word) {
    String name = word.getName();
    Context context = jinjava.getGlobalContext();
    Filter filter = context.getFilter(name);
    if (filter == null || filter instanceof WordFilter) {
      jinjava.registerFilter(word);
    } else {
      warnOfTaken("filter", name);
    }
    ELFunctionDefinition function = context.getFunction(":" + name);
    if (function == null || isOurs(function)) {
      jinjava.registerFunction(Functions.definition(name));
    } else {
      warnOfTaken("function", name);
    }
  }

  private static void warnOfTaken(String kind, String name) {
    LOG.log(
        System.Logger.Level.WARNING,
        "this engine already has a "
            + kind
            + " '"
            + name
            + "', which is left as it is; autoversion's of that name is not there");
  }
}
