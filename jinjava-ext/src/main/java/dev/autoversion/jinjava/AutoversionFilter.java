package dev.autoversion.jinjava;

import com.hubspot.jinjava.doc.annotations.JinjavaDoc;
import com.hubspot.jinjava.doc.annotations.JinjavaParam;
import com.hubspot.jinjava.doc.annotations.JinjavaSnippet;
import com.hubspot.jinjava.interpret.InvalidArgumentException;
import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import dev.autoversion.Autoversion;
import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filter {@code autoversion}: {@code {{ "/static/a.css"|autoversion }}} gives {@code
 * /static/a.css?v=9f3c2ab1d04e}. Choose it alone if templates need no function; {@link
 * AutoversionJinjava#install} registers both.
 */
@JinjavaDoc(
    value = "Puts a version into the URL of a static asset, so that it may be cached for ever.",
    input =
        @JinjavaParam(
            value = "reference",
            type = "object",
            desc = "The URL of an asset, or a list of such URLs",
            required = true),
    snippets = {
      @JinjavaSnippet(
          desc = "Any other URL comes back unchanged.",
          code = "{{ \"/static/a.css\"|autoversion }}",
          output = "/static/a.css?v=9f3c2ab1d04e")
    })
public final class AutoversionFilter implements AdvancedFilter {
  static final String NAME = "autoversion";

  private final TextValues values;
  private final Map<String, WordFilter> words = new LinkedHashMap<>();

  /**
   * Makes a filter for {@code jinjava.registerFilter(...)}.
   *
   * @param autoversion what makes the URLs
   */
  public AutoversionFilter(Autoversion autoversion) {
    Objects.requireNonNull(autoversion, "autoversion");
    this.values = new TextValues(NAME, (text, place) -> autoversion.url(text, "", place));
    for (TextWord word : TextWord.values()) {
      words.put(word.label(), WordFilter.of(word, autoversion));
    }
    for (TagWord word : TagWord.values()) {
      words.put(word.label(), WordFilter.of(word, autoversion));
    }
  }

  /** {@code autoversion} - the word in a template. */
  @Override
  public String getName() {
    return NAME;
  }

  /**
   * Versions a reference: {@code /static/a.css} gives {@code /static/a.css?v=9f3c2ab1d04e}. Null
   * and numbers come back unchanged, a list with each of its elements versioned; a safe string
   * stays safe; anything else is turned into text.
   *
   * @param reference the reference, or a list of them
   * @param interpreter where a template is being rendered
   * @param args none
   * @param kwargs none
   * @return the versioned URL, or a list of them
   * @throws InvalidArgumentException if there are arguments
   * @throws InvalidInputException if the asset is missing and {@code OnMissing.FAIL} was chosen
   */
  @Override
  public @Nullable Object filter(
      @Nullable Object reference,
      JinjavaInterpreter interpreter,
      @Nullable Object[] args,
      Map<String, Object> kwargs) {
    new Arguments(interpreter, args, kwargs).check(NAME, "one reference", 0);
    return values.of(reference, interpreter);
  }

  /** The filter of a word, whether or not the engine has it under that name. */
  AdvancedFilter word(String name) {
    return name.equals(NAME) ? this : Objects.requireNonNull(words.get(name), name);
  }

  /** The other words. */
  Collection<WordFilter> words() {
    return words.values();
  }
}
