package dev.autoversion.freemarker;

import dev.autoversion.Autoversion;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The method that a template calls: {@code ${autoversion("/static/a.css")}} prints {@code
 * /static/a.css?v=9f3c2ab1d04e}. Choose it to give the method a name of your own; otherwise use
 * {@link AutoversionFreemarker#install}.
 *
 * <pre>{@code
 * configuration.setSharedVariable("asset", new AutoversionMethod(autoversion));
 * }</pre>
 *
 * <p>It gives a plain string, which FreeMarker then escapes for its output format. A missing value
 * stays missing, so that {@code !} and {@code ??} work on the result; a sequence gives a sequence
 * of versioned URLs; numbers, booleans and hashes are refused.
 */
public final class AutoversionMethod implements TemplateMethodModelEx {
  private final Autoversion autoversion;
  private final TextMethod method;

  /**
   * A method that takes URLs from an {@link Autoversion}.
   *
   * @param autoversion knows the site's assets
   */
  public AutoversionMethod(Autoversion autoversion) {
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
    this.method = new TextMethod("autoversion", text -> autoversion.url(text, "", Place::current));
  }

  /**
   * Versions its only argument, a reference or a sequence of them.
   *
   * @param arguments template models, null for a missing value
   * @return a string, a list, or null for a missing value
   * @throws TemplateModelException if the argument is neither, or the asset is missing and {@link
   *     dev.autoversion.OnMissing#FAIL} was chosen; FreeMarker adds the template and the line
   */
  @Override
  public @Nullable Object exec(@SuppressWarnings("rawtypes") List arguments)
      throws TemplateModelException {
    return method.exec(arguments);
  }

  boolean asks(Autoversion other) {
    return autoversion == other;
  }
}
