package dev.autoversion.jinjava;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;

/**
 * Teaches an engine the word {@code autoversion}, as a filter and as a function: {@code {{
 * "/static/a.css"|autoversion }}} and {@code {{ autoversion("/static/a.css") }}} both give {@code
 * /static/a.css?v=9f3c2ab1d04e}.
 */
public final class AutoversionJinjava {
  private static final System.Logger LOG = System.getLogger(AutoversionJinjava.class.getName());

  private AutoversionJinjava() {}

  /**
   * Registers filter and function. Each engine keeps its own {@link Autoversion}; a filter or
   * function of that name that is there already is replaced, and a warning logged.
   *
   * @param jinjava the engine, before it renders
   * @param autoversion what makes the URLs
   */
  public static void install(Jinjava jinjava, Autoversion autoversion) {
    AutoversionFilter filter = new AutoversionFilter(autoversion);
    if (jinjava.getGlobalContext().getFilter(filter.getName()) != null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this engine already had a filter 'autoversion', which is replaced; install one only");
    }
    jinjava.registerFilter(filter);
    jinjava.registerFunction(AutoversionFunction.definition());
  }
}
