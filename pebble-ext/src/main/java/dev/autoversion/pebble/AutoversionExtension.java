package dev.autoversion.pebble;

import dev.autoversion.Autoversion;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import java.util.Map;
import java.util.Objects;

/**
 * The filter and the function {@code autoversion} for Pebble: {@code {{ "/static/a.css" |
 * autoversion }}} prints {@code /static/a.css?v=9f3c2ab1d04e}. Choose the filter for most
 * references, and the function where a concatenation or a named argument reads better.
 *
 * <pre>{@code
 * new PebbleEngine.Builder().extension(new AutoversionExtension(autoversion)).build();
 * }</pre>
 *
 * <p>Both give plain text, which Pebble then escapes for the place where it stands. Null stays
 * null, a list or an array becomes a list of versioned URLs, numbers and booleans stay as they are.
 * One extension serves any number of engines and threads.
 */
public final class AutoversionExtension extends AbstractExtension {
  /** The name of the filter: {@code {{ "/static/a.css" | autoversion }}}. */
  public static final String FILTER_NAME = "autoversion";

  /** The name of the function: {@code {{ autoversion("/static/a.css") }}}. */
  public static final String FUNCTION_NAME = "autoversion";

  private final Versioning versioning;

  /**
   * An extension that asks this for URLs.
   *
   * @param autoversion knows the site's assets
   */
  public AutoversionExtension(Autoversion autoversion) {
    this.versioning = new Versioning(Objects.requireNonNull(autoversion, "autoversion"));
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(FILTER_NAME, new AutoversionFilter(versioning));
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of(FUNCTION_NAME, new AutoversionFunction(versioning));
  }
}
