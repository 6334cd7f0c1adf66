package dev.autoversion.freemarker;

import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import freemarker.template.utility.ClassUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applies a word to a value: a string gives a string, a sequence a list, null gives null. */
final class TextValues {
  private final String word;
  private final UnaryOperator<String> change;

  TextValues(String word, UnaryOperator<String> change) {
    this.word = word;
    this.change = change;
  }

  // The order matters: a Set may also look like a string, and an XML attribute like a sequence.
  @Nullable Object of(@Nullable TemplateModel model) throws TemplateModelException {
    if (model == null) {
      return null;
    }
    if (model instanceof TemplateCollectionModel all) {
      return each(all);
    }
    if (model instanceof TemplateScalarModel text) {
      return changed(text.getAsString());
    }
    if (model instanceof TemplateMarkupOutputModel<?> markup) {
      return changed(Markup.source(markup));
    }
    if (model instanceof TemplateSequenceModel sequence) {
      return each(sequence);
    }
    throw new TemplateModelException(
        word
            + " takes a string, such as \"/static/app.css\", or a sequence of them, but got "
            + ClassUtil.getFTLTypeDescription(model));
  }

  private SimpleScalar changed(String text) {
    return new SimpleScalar(change.apply(text));
  }

  private List<@Nullable Object> each(TemplateCollectionModel all) throws TemplateModelException {
    List<@Nullable Object> texts = new ArrayList<>();
    for (TemplateModelIterator each = all.iterator(); each.hasNext(); ) {
      texts.add(of(each.next()));
    }
    return texts;
  }

  private List<@Nullable Object> each(TemplateSequenceModel all) throws TemplateModelException {
    List<@Nullable Object> texts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      texts.add(of(all.get(i)));
    }
    return texts;
  }
}
