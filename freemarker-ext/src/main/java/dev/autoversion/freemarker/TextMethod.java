package dev.autoversion.freemarker;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${integrity("/static/a.js")}} prints {@code sha384-…}: a string, for FreeMarker to escape.
 */
final class TextMethod implements TemplateMethodModelEx {
  private final String word;
  private final TextValues values;

  TextMethod(String word, UnaryOperator<String> change) {
    this.word = word;
    this.values = new TextValues(word, change);
  }

  @Override
  public @Nullable Object exec(@SuppressWarnings("rawtypes") List arguments)
      throws TemplateModelException {
    if (arguments.size() != 1) {
      throw new TemplateModelException(
          word
              + " takes one argument, as in "
              + word
              + "(\"/static/app.css\"), not "
              + arguments.size());
    }
    try {
      return values.of((TemplateModel) arguments.get(0));
    } catch (RuntimeException e) {
      throw Failure.of(e);
    }
  }
}
