package dev.autoversion.pebble;

import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The word {@code autoversion} for Pebble, as a filter and as a function: {@code {{ "/static/a.css"
 * | autoversion }}} prints {@code /static/a.css?v=9f3c2ab1d04e}. Choose the filter for most
 * references, and the function where a concatenation or a named argument reads better. {@code
 * integrity} and {@code srcset} are filters and functions, too; {@code entrypoint}, {@code
 * importmap} and {@code preload} are functions that print tags.
 *
 * <pre>{@code
 * new PebbleEngine.Builder().extension(new AutoversionExtension(autoversion)).build();
 * }</pre>
 *
 * <p>URLs and values are plain text, which Pebble then escapes for its context; tags are not
 * escaped again. Null stays null, a list or an array becomes a list of versioned URLs, numbers and
 * booleans stay as they are. Any number of engines and threads may share one extension.
 */
public final class AutoversionExtension extends AbstractExtension {
  /** The name of the filter: {@code {{ "/static/a.css" | autoversion }}}. */
  public static final String FILTER_NAME = "autoversion";

  /** The name of the function: {@code {{ autoversion("/static/a.css") }}}. */
  public static final String FUNCTION_NAME = "autoversion";

  private final Map<String, Filter> filters = new HashMap<>();
  private final Map<String, Function> functions = new HashMap<>();

  /**
   * An extension that takes URLs from an {@link Autoversion}.
   *
   * @param autoversion knows the site's assets
   */
  public AutoversionExtension(Autoversion autoversion) {
    Objects.requireNonNull(autoversion, "autoversion");
    add(FUNCTION_NAME, new TextValues((text, place) -> autoversion.url(text, "", place)));
    for (TextWord word : TextWord.values()) {
      add(
          word.label(),
          new TextValues((text, place) -> word.of(new Page(autoversion, "", place), text)));
    }
    for (TagWord word : TagWord.values()) {
      functions.put(word.label(), new TagFunction(word, autoversion));
    }
  }

  private void add(String word, TextValues values) {
    filters.put(word, new TextFilter(values));
    functions.put(word, new TextFunction(word, values));
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.copyOf(filters);
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.copyOf(functions);
  }
}
