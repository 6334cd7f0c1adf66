package dev.autoversion.jinjava;

import com.hubspot.jinjava.doc.annotations.JinjavaDoc;
import com.hubspot.jinjava.doc.annotations.JinjavaParam;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import com.hubspot.jinjava.objects.SafeString;
import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter for a word other than {@code autoversion}: {@code {{ "/a.js"|integrity }}}. */
@JinjavaDoc(
    value = "What the function of the same name gives for the reference in front of it.",
    input =
        @JinjavaParam(
            value = "reference",
            type = "object",
            desc = "What the function takes first",
            required = true))
final class WordFilter implements AdvancedFilter {
  private final String word;
  private final Change change;

  /** Gives a word's result for a value; it checks the arguments. */
  @FunctionalInterface
  private interface Change {
    @Nullable Object of(@Nullable Object value, Arguments arguments);
  }

  private WordFilter(String word, Change change) {
    this.word = word;
    this.change = change;
  }

  static WordFilter of(TextWord word, Autoversion autoversion) {
    TextValues values =
        new TextValues(
            word.label(), (text, place) -> word.of(new Page(autoversion, "", place), text));
    return new WordFilter(
        word.label(),
        (value, arguments) -> {
          arguments.check(word.label(), "one text", 0);
          return values.of(value, arguments.interpreter());
        });
  }

  static WordFilter of(TagWord word, Autoversion autoversion) {
    return new WordFilter(
        word.label(),
        (value, arguments) -> {
          arguments.check(word.label(), "a reference or a list of them, a map of attributes", 1);
          // A safe string around null has no text.
          return value == null || value.toString() == null
              ? null
              : tags(word, autoversion, value, arguments);
        });
  }

  private static SafeString tags(
      TagWord word, Autoversion autoversion, Object references, Arguments arguments) {
    JinjavaInterpreter interpreter = arguments.interpreter();
    Page page = new Page(autoversion, "", () -> TextValues.place(interpreter));
    try {
      return new SafeString(word.html(page, references, arguments.first()));
    } catch (RuntimeException e) {
      throw TextValues.failure(interpreter, word.label(), e);
    }
  }

  @Override
  public String getName() {
    return word;
  }

  @Override
  public @Nullable Object filter(
      @Nullable Object value,
      JinjavaInterpreter interpreter,
      @Nullable Object[] args,
      Map<String, Object> kwargs) {
    return change.of(value, new Arguments(interpreter, args, kwargs));
  }
}
