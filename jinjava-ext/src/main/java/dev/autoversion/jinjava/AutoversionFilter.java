package dev.autoversion.jinjava;

import com.hubspot.jinjava.doc.annotations.JinjavaDoc;
import com.hubspot.jinjava.doc.annotations.JinjavaParam;
import com.hubspot.jinjava.doc.annotations.JinjavaSnippet;
import com.hubspot.jinjava.interpret.InvalidArgumentException;
import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import com.hubspot.jinjava.objects.SafeString;
import dev.autoversion.Autoversion;
import dev.autoversion.MissingAssetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filter {@code autoversion}: {@code {{ "/static/a.css"|autoversion }}} gives {@code
 * /static/a.css?v=9f3c2ab1d04e}. Choose it alone where templates need no function; {@link
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

  private final Autoversion autoversion;

  /**
   * Makes a filter for {@code jinjava.registerFilter(...)}.
   *
   * @param autoversion what makes the URLs
   */
  public AutoversionFilter(Autoversion autoversion) {
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
  }

  /** {@code autoversion} - the word in a template. */
  @Override
  public String getName() {
    return NAME;
  }

  /**
   * Versions a reference: {@code /static/a.css} gives {@code /static/a.css?v=9f3c2ab1d04e}. Null
   * and numbers come back as they are, a list with each of its elements versioned; a safe string
   * stays safe; anything else is taken as its text.
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
    if (args.length > 0 || !kwargs.isEmpty()) {
      throw new InvalidArgumentException(interpreter, NAME, unexpected(args, kwargs));
    }
    if (reference instanceof Collection<?> list) {
      return urls(list, interpreter);
    }
    if (reference instanceof Object[] array) {
      return urls(Arrays.asList(array), interpreter);
    }
    return url(reference, interpreter);
  }

  private List<@Nullable Object> urls(Collection<?> references, JinjavaInterpreter interpreter) {
    List<@Nullable Object> urls = new ArrayList<>(references.size());
    for (Object reference : references) {
      urls.add(url(reference, interpreter));
    }
    return urls;
  }

  private @Nullable Object url(@Nullable Object reference, JinjavaInterpreter interpreter) {
    if (reference == null || isLeftAlone(reference)) {
      return reference;
    }
    String text = reference.toString();
    if (text == null) {
      return null; // a safe string around null
    }
    try {
      String url = autoversion.url(text);
      return reference instanceof SafeString ? new SafeString(url) : url;
    } catch (MissingAssetException e) {
      // The engine reports any other exception as a syntax error.
      throw (InvalidInputException)
          new InvalidInputException(interpreter, NAME, e.getMessage()).initCause(e);
    }
  }

  /**
   * A list within a list is left alone: nested lists can describe more elements than there is
   * memory, and who writes the template may not be trusted.
   */
  private static boolean isLeftAlone(Object reference) {
    return reference instanceof Number
        || reference instanceof Collection
        || reference.getClass().isArray();
  }

  private static String unexpected(@Nullable Object[] args, Map<String, Object> kwargs) {
    List<String> all = new ArrayList<>();
    for (Object arg : args) {
      boolean printable = arg instanceof String || arg instanceof Number;
      all.add(printable ? "'" + arg + "'" : "argument " + (all.size() + 1));
    }
    kwargs.keySet().forEach(name -> all.add(name + "="));
    return "autoversion takes one reference and nothing else; remove " + String.join(", ", all);
  }
}
