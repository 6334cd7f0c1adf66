package dev.autoversion.freemarker;

import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.MarkupOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.ext.beans.MapModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.ClassUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code ${entrypoint("/build/main.js", {"nonce": nonce})}} prints tags, which are markup. */
final class TagMethod implements TemplateMethodModelEx {
  private final TagWord word;
  private final Page page;
  private final TextValues references;

  TagMethod(TagWord word, Page page) {
    this.word = word;
    this.page = page;
    this.references = new TextValues(word.label(), UnaryOperator.identity());
  }

  @Override
  public @Nullable Object exec(@SuppressWarnings("rawtypes") List arguments)
      throws TemplateModelException {
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw new TemplateModelException(
          word.label()
              + " takes a string or a sequence of them, and a hash of attributes, as in "
              + word.label()
              + "(\"/static/app.js\", {\"nonce\": nonce}), not "
              + arguments.size()
              + " arguments");
    }
    @Nullable Object all = references.of((TemplateModel) arguments.get(0));
    if (all == null) {
      return null;
    }
    Map<?, ?> attributes =
        arguments.size() == 1 ? Map.of() : attributes((TemplateModel) arguments.get(1));
    try {
      return format().fromMarkup(word.html(page, all, attributes));
    } catch (RuntimeException e) {
      throw Failure.of(e);
    }
  }

  private Map<?, ?> attributes(@Nullable TemplateModel model) throws TemplateModelException {
    // If there are none, "attributes!" gives an empty hash, which is also a string.
    if (model == null || model instanceof TemplateHashModelEx none && none.isEmpty()) {
      return Map.of();
    }
    // A plain BeansWrapper's map is also a string, and its keys include its method names.
    if (model instanceof MapModel wrapped && wrapped.getWrappedObject() instanceof Map<?, ?> map) {
      return map;
    }
    if (!(model instanceof TemplateHashModelEx hash) || model instanceof TemplateScalarModel) {
      throw new TemplateModelException(
          word.label()
              + " takes a hash of attributes last, such as {\"nonce\": nonce}, but got "
              + ClassUtil.getFTLTypeDescription(model)
              + "; several references are one sequence");
    }
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    for (TemplateModelIterator keys = hash.keys().iterator(); keys.hasNext(); ) {
      if (keys.next() instanceof TemplateScalarModel key) {
        attributes.put(key.getAsString(), value(key.getAsString(), hash.get(key.getAsString())));
      }
    }
    return attributes;
  }

  private @Nullable Object value(String name, @Nullable TemplateModel model)
      throws TemplateModelException {
    if (model == null) {
      return null;
    }
    if (model instanceof TemplateBooleanModel truth) {
      return truth.getAsBoolean();
    }
    if (model instanceof TemplateNumberModel number) {
      return number.getAsNumber();
    }
    if (model instanceof TemplateScalarModel text) {
      return text.getAsString();
    }
    if (model instanceof TemplateMarkupOutputModel<?> markup) {
      return Markup.source(markup);
    }
    throw new TemplateModelException(
        word.label()
            + " takes a string, a number or a boolean for '"
            + name
            + "', but got "
            + ClassUtil.getFTLTypeDescription(model));
  }

  /** The template's format, if it is a markup format: XHTML does not accept HTML. */
  private static MarkupOutputFormat<?> format() {
    Environment environment = Environment.getCurrentEnvironment();
    OutputFormat format =
        environment == null ? null : environment.getCurrentTemplate().getOutputFormat();
    return format instanceof MarkupOutputFormat<?> markup ? markup : HTMLOutputFormat.INSTANCE;
  }
}
