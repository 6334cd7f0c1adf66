package dev.autoversion.freemarker;

import dev.autoversion.Autoversion;
import freemarker.template.Configuration;
import freemarker.template.TemplateModel;
import freemarker.template.utility.ClassUtil;

/**
 * Gives every template of a FreeMarker configuration the method {@code autoversion}: {@code
 * ${autoversion("/static/a.css")}} prints {@code /static/a.css?v=9f3c2ab1d04e}.
 *
 * <pre>{@code
 * AutoversionFreemarker.install(configuration, autoversion);
 * }</pre>
 */
public final class AutoversionFreemarker {
  /** The name of the shared variable: {@code ${autoversion("/static/a.css")}}. */
  public static final String VARIABLE_NAME = "autoversion";

  private AutoversionFreemarker() {}

  /**
   * Makes an {@link AutoversionMethod} the shared variable {@code autoversion}. Call it while the
   * configuration is set up, before its first template; a second call with the same two changes
   * nothing.
   *
   * @param configuration a configuration without a shared variable of that name
   * @param autoversion knows the site's assets
   * @throws IllegalStateException if the name stands for something else already
   */
  public static void install(Configuration configuration, Autoversion autoversion) {
    TemplateModel present = configuration.getSharedVariable(VARIABLE_NAME);
    if (present instanceof AutoversionMethod method && method.asks(autoversion)) {
      return;
    }
    if (present != null) {
      throw new IllegalStateException(
          "this configuration has a shared variable 'autoversion' already: "
              + (present instanceof AutoversionMethod
                  ? "method with another Autoversion"
                  : ClassUtil.getFTLTypeDescription(present))
              + "; install once, or choose another name: configuration.setSharedVariable(\"asset\","
              + " new AutoversionMethod(autoversion))");
    }
    configuration.setSharedVariable(VARIABLE_NAME, new AutoversionMethod(autoversion));
  }
}
