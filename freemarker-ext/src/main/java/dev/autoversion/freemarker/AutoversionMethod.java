package dev.autoversion.freemarker;

import dev.autoversion.Autoversion;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import freemarker.template.utility.ClassUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The method that a template calls: {@code ${autoversion("/static/a.css")}} prints {@code
 * /static/a.css?v=9f3c2ab1d04e}. Choose it to give the method a name of your own, else {@link
 * AutoversionFreemarker#install}.
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

  /**
   * A method that asks this for URLs.
   *
   * @param autoversion knows the site's assets
   */
  public AutoversionMethod(Autoversion autoversion) {
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
  }

  /**
   * Versions its one argument, a reference or a sequence of them.
   *
   * @param arguments template models, null for a missing value
   * @return a string, a list, or null for a missing value
   * @throws TemplateModelException if the argument is neither, or the asset is missing and {@link
   *     dev.autoversion.OnMissing#FAIL} was chosen; FreeMarker adds the template and the line
   */
  @Override
  public @Nullable Object exec(@SuppressWarnings("rawtypes") List arguments)
      throws TemplateModelException {
    if (arguments.size() != 1) {
      throw new TemplateModelException(
          "autoversion takes one argument, as in autoversion(\"/static/app.css\"), not "
              + arguments.size());
    }
    try {
      return versioned((TemplateModel) arguments.get(0));
    } catch (RuntimeException e) {
      throw new TemplateModelException(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
    }
  }

  boolean asks(Autoversion other) {
    return autoversion == other;
  }

  // The order matters: a Set may look like a string too, and an XML attribute like a sequence.
  private @Nullable Object versioned(@Nullable TemplateModel model) throws TemplateModelException {
    if (model == null) {
      return null;
    }
    if (model instanceof TemplateCollectionModel all) {
      return each(all);
    }
    if (model instanceof TemplateScalarModel text) {
      return url(text.getAsString());
    }
    if (model instanceof TemplateMarkupOutputModel<?> markup) {
      return url(Markup.source(markup));
    }
    if (model instanceof TemplateSequenceModel sequence) {
      return each(sequence);
    }
    throw new TemplateModelException(
        "autoversion takes a string, such as \"/static/app.css\", or a sequence of them, but got "
            + ClassUtil.getFTLTypeDescription(model));
  }

  private SimpleScalar url(String reference) {
    return new SimpleScalar(autoversion.url(reference));
  }

  private List<@Nullable Object> each(TemplateCollectionModel all) throws TemplateModelException {
    List<@Nullable Object> urls = new ArrayList<>();
    for (TemplateModelIterator each = all.iterator(); each.hasNext(); ) {
      urls.add(versioned(each.next()));
    }
    return urls;
  }

  private List<@Nullable Object> each(TemplateSequenceModel all) throws TemplateModelException {
    List<@Nullable Object> urls = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      urls.add(versioned(all.get(i)));
    }
    return urls;
  }
}
