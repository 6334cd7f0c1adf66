package dev.autoversion.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word, in every template engine, that gives tags for references: {@code {{
 * entrypoint("/build/src/main.js", {"nonce": nonce}) }}}. The result is HTML, which the engine must
 * not escape. Adapters to engines register each word under its {@link #label}; for null they return
 * null.
 */
public enum TagWord {
  /** Everything that the page loads for entries. */
  ENTRYPOINT(Page::entrypoint),
  /** An import map: the modules that a page's entries import, with versions. */
  IMPORTMAP(Page::importMap),
  /** Tags that load files early. */
  PRELOAD(Page::preload);

  private final Making making;

  TagWord(Making making) {
    this.making = making;
  }

  /** How {@link Page} makes them. */
  @FunctionalInterface
  private interface Making {
    String of(Page page, List<String> references, Map<String, ?> attributes);
  }

  /** {@return the word as templates write it: {@code entrypoint}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The tags for the values that a template passes.
   *
   * @param page the page that they are for
   * @param references a reference, or an iterable or array of them; null elements are ignored
   * @param attributes a map of HTML attributes, or null
   * @return HTML
   * @throws IllegalArgumentException if one of them is something else
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen
   */
  public String html(Page page, Object references, @Nullable Object attributes) {
    List<String> all = new ArrayList<>();
    for (Object each : each(references)) {
      if (each != null) {
        all.add(reference(each));
      }
    }
    return making.of(page, all, attributes(attributes));
  }

  private static Iterable<?> each(Object references) {
    if (references instanceof Object[] array) {
      return Arrays.asList(array);
    }
    // A Path is an Iterable of its own elements.
    return references instanceof Iterable<?> all && !(references instanceof Path)
        ? all
        : List.of(references);
  }

  private String reference(Object value) {
    boolean none =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof Map
            || isList(value);
    if (none) {
      throw new IllegalArgumentException(
          label()
              + " takes a reference, such as \"/static/app.js\", or a list of them, unlike "
              + described(value));
    }
    return value.toString();
  }

  private Map<String, ?> attributes(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(
          label()
              + " takes a map of attributes last, such as {\"nonce\": nonce}, unlike "
              + described(value)
              + "; several references are one list");
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    map.forEach((name, of) -> attributes.put(String.valueOf(name), of));
    return attributes;
  }

  private static String described(Object value) {
    if (value instanceof Number || value instanceof Boolean || value instanceof String) {
      return Attributes.quoted(value.toString());
    }
    return isList(value)
        ? "a list"
        : value instanceof Map ? "a map" : "a " + value.getClass().getSimpleName();
  }

  private static boolean isList(Object value) {
    return value instanceof Iterable && !(value instanceof Path) || value.getClass().isArray();
  }
}
