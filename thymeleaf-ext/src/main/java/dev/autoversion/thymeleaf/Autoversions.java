package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.util.EvaluationUtils;

/**
 * The object that templates call {@code #autoversion}. Choose it where no attribute can be used: in
 * text, JavaScript and CSS templates, and for lists.
 *
 * <p>If an asset is missing and {@code OnMissing.FAIL} was chosen, all methods but {@link
 * #integrity} throw a {@link dev.autoversion.MissingAssetException}, to which Thymeleaf adds
 * template and line.
 */
public final class Autoversions {
  private final Autoversion autoversion;
  private final String contextPath;
  private final Page page;
  private final Supplier<String> place;
  private final CurrentLink currentLink = new CurrentLink();

  Autoversions(Autoversion autoversion, String contextPath, Supplier<String> place) {
    this.autoversion = autoversion;
    this.contextPath = contextPath;
    this.page = new Page(autoversion, contextPath, place);
    this.place = place;
  }

  /**
   * The versioned URL of a reference, as the browser will ask for it: {@code
   * ${#autoversion.url('/static/a.css')}} gives {@code /static/a.css?v=9f3c2ab1d04e}. A context
   * path is never added. In an application at {@code /shop}, that reference belongs to another
   * application and stays as it is: write {@code @{/static/a.css}}, or {@code '/shop/static/a.css'}
   * here.
   *
   * @param reference a text; anything else is turned into text
   * @return the versioned URL or the reference; null for null
   */
  public @Nullable String url(@Nullable Object reference) {
    return reference == null ? null : autoversion.url(reference.toString(), contextPath, place);
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

  /**
   * The value of the HTML attribute {@code integrity}: {@code
   * ${#autoversion.integrity('/static/a.js')}} gives {@code sha384-…}. In tags, the flag {@code
   * av:integrity} is shorter.
   *
   * @param references a reference, or a list, another iterable or an array of them
   * @return a text, "" if there is none; a list for a list; null for null
   */
  public @Nullable Object integrity(@Nullable Object references) {
    return texts(TextWord.INTEGRITY, references);
  }

  /**
   * Each candidate of a {@code srcset} with its version, as {@link #url} gives it.
   *
   * @param srcsets the attribute's value, or a list, another iterable or an array of them
   * @return a text; a list for a list; null for null
   */
  public @Nullable Object srcset(@Nullable Object srcsets) {
    return texts(TextWord.SRCSET, srcsets);
  }

  /**
   * The tags for everything that entries load, to be written unescaped: {@code
   * [(${#autoversion.entrypoint('/build/src/main.js')})]}. The element {@code av:entrypoint} gives
   * the same.
   *
   * @param references a reference as {@link #url} takes it, or a list of them
   * @return HTML; null for null
   */
  public @Nullable String entrypoint(@Nullable Object references) {
    return entrypoint(references, null);
  }

  /**
   * The tags for everything that entries load, each with these HTML attributes.
   *
   * @param references a reference as {@link #url} takes it, or a list of them
   * @param attributes a map, or null
   * @return HTML; null for null
   */
  public @Nullable String entrypoint(@Nullable Object references, @Nullable Object attributes) {
    return tags(TagWord.ENTRYPOINT, references, attributes);
  }

  /**
   * The import map of what entries import, to be written unescaped: {@code
   * [(${#autoversion.importmap('/static/app.js')})]}. The element {@code av:importmap} gives the
   * same.
   *
   * @param references a reference as {@link #url} takes it, or a list of them
   * @return HTML; null for null
   */
  public @Nullable String importmap(@Nullable Object references) {
    return importmap(references, null);
  }

  /**
   * The import map of what entries import, its tag with these HTML attributes.
   *
   * @param references a reference as {@link #url} takes it, or a list of them
   * @param attributes a map, or null
   * @return HTML; null for null
   */
  public @Nullable String importmap(@Nullable Object references, @Nullable Object attributes) {
    return tags(TagWord.IMPORTMAP, references, attributes);
  }

  /**
   * Tags that load files early, to be written unescaped: {@code
   * [(${#autoversion.preload('/static/a.woff2')})]}. The element {@code av:preload} gives the same.
   *
   * @param references a reference as {@link #url} takes it, or a list of them
   * @return HTML; null for null
   */
  public @Nullable String preload(@Nullable Object references) {
    return preload(references, null);
  }

  /**
   * Tags that load files early, each with these HTML attributes.
   *
   * @param references a reference as {@link #url} takes it, or a list of them
   * @param attributes a map, or null
   * @return HTML; null for null
   */
  public @Nullable String preload(@Nullable Object references, @Nullable Object attributes) {
    return tags(TagWord.PRELOAD, references, attributes);
  }

  String contextPath() {
    return contextPath;
  }

  CurrentLink currentLink() {
    return currentLink;
  }

  private @Nullable Object texts(TextWord word, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    boolean isList =
        value instanceof Iterable && !(value instanceof Path) || value instanceof Object[];
    if (!isList) {
      return word.of(page, value.toString());
    }
    List<@Nullable String> texts = new ArrayList<>();
    for (Object each : EvaluationUtils.evaluateAsList(value)) {
      texts.add(each == null ? null : word.of(page, each.toString()));
    }
    return texts;
  }

  private @Nullable String tags(
      TagWord word, @Nullable Object references, @Nullable Object attributes) {
    return references == null ? null : word.html(page, references, attributes);
  }
}
