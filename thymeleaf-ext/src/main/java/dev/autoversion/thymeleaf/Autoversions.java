package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.util.EvaluationUtils;

/**
 * What templates call {@code #autoversion}. Choose it where no attribute is at hand: in text,
 * JavaScript and CSS templates, and for lists.
 */
public final class Autoversions {
  private final Autoversion autoversion;
  private final String contextPath;

  Autoversions(Autoversion autoversion, String contextPath) {
    this.autoversion = autoversion;
    this.contextPath = contextPath;
  }

  /**
   * The versioned URL of a reference, as the browser will ask for it: {@code
   * ${#autoversion.url('/static/a.css')}} gives {@code /static/a.css?v=9f3c2ab1d04e}. In an
   * application at {@code /shop} that is another application's and stays as it is: write
   * {@code @{/static/a.css}}, or {@code '/shop/static/a.css'} here. A context path is never added.
   *
   * @param reference a text; of anything else, its text
   * @return the versioned URL or the reference; null for null
   */
  public @Nullable String url(@Nullable Object reference) {
    return reference == null ? null : autoversion.url(reference.toString(), contextPath);
  }

  String contextPath() {
    return contextPath;
  }

  /**
   * The versioned URLs of a list, each as {@link #url} gives it: {@code ${#autoversion.urls(list)}}
   * with {@code /static/a.css} and {@code /about} gives {@code /static/a.css?v=9f3c2ab1d04e} and
   * {@code /about}.
   *
   * @param references a list, another iterable or an array; anything else is a list of one
   * @return as many URLs, in the same order; null for null
   */
  public @Nullable List<@Nullable String> urls(@Nullable Object references) {
    if (references == null) {
      return null;
    }
    // Thymeleaf lets templates call every method of this class, but not of List.of's.
    List<@Nullable String> urls = new ArrayList<>();
    for (Object reference : EvaluationUtils.evaluateAsList(references)) {
      urls.add(url(reference));
    }
    return urls;
  }
}
