package dev.autoversion.freemarker;

import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import freemarker.template.Configuration;
import freemarker.template.TemplateModel;
import freemarker.template.utility.ClassUtil;
import java.util.function.UnaryOperator;

/**
 * Gives every template of a FreeMarker configuration the method {@code autoversion}: {@code
 * ${autoversion("/static/a.css")}} prints {@code /static/a.css?v=9f3c2ab1d04e}. It also adds the
 * methods {@code integrity}, {@code srcset}, {@code entrypoint}, {@code importmap} and {@code
 * preload}.
 *
 * <pre>{@code
 * AutoversionFreemarker.install(configuration, autoversion);
 * }</pre>
 */
public final class AutoversionFreemarker {
  /** The name of the shared variable: {@code ${autoversion("/static/a.css")}}. */
  public static final String VARIABLE_NAME = "autoversion";

  private static final System.Logger LOG = System.getLogger(AutoversionFreemarker.class.getName());

  private AutoversionFreemarker() {}

  /**
   * Makes an {@link AutoversionMethod} the shared variable {@code autoversion}, and adds the other
   * words. Call it while the configuration is set up, before its first template; a second call with
   * the same arguments changes nothing. If another word's name is already a shared variable, that
   * is left alone, and a warning is logged.
   *
   * @param configuration a configuration without a shared variable of that name
   * @param autoversion knows the site's assets
   * @throws IllegalStateException if the name already stands for something else
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
    Page page = new Page(autoversion, "", Place::current);
    for (TextWord word : TextWord.values()) {
      UnaryOperator<String> change = text -> word.of(page, text);
      share(configuration, word.label(), new TextMethod(word.label(), change));
    }
    for (TagWord word : TagWord.values()) {
      share(configuration, word.label(), new TagMethod(word, page));
    }
  }

  private static void share(Configuration configuration, String name, TemplateModel method) {
    if (configuration.getSharedVariable(name) == null) {
      configuration.setSharedVariable(name, method);
    } else {
      LOG.log(
          System.Logger.Level.WARNING,
          "this configuration has a shared variable '"
              + name
              + "' already, which is left as it is; autoversion's method of that name is not there");
    }
  }
}
