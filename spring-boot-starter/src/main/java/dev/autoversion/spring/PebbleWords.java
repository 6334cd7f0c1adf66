package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.pebble.AutoversionExtension;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.ExtensionRegistry;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters and functions that a Pebble engine gets after it was built. */
final class PebbleWords extends AbstractExtension {
  private final Map<String, Filter> filters = new HashMap<>();
  private final Map<String, Function> functions = new HashMap<>();

  private PebbleWords(AutoversionExtension all, ExtensionRegistry known) {
    all.getFilters()
        .forEach((word, filter) -> add("filter", word, filter, known.getFilter(word), filters));
    all.getFunctions()
        .forEach(
            (word, function) ->
                add("function", word, function, known.getFunction(word), functions));
  }

  /** An engine that has our functions, such as one built with the extension, is left as it is. */
  static void install(PebbleEngine engine, Autoversion autoversion) {
    ExtensionRegistry known = engine.getExtensionRegistry();
    Class<?> ours = AutoversionExtension.class;
    Filter present = known.getFilter(AutoversionExtension.FILTER_NAME);
    if (!Words.isOurs(present, ours) && !Words.areIn(known::getFunction, ours)) {
      known.addExtension(new PebbleWords(new AutoversionExtension(autoversion), known));
    }
  }

  private static <T> void add(
      String kind, String word, T meaning, @Nullable T present, Map<String, T> words) {
    if (present == null) {
      words.put(word, meaning);
    } else {
      TakenWord.warn("Pebble", kind, word, present.getClass());
    }
  }

  @Override
  public Map<String, Filter> getFilters() {
    return filters;
  }

  @Override
  public Map<String, Function> getFunctions() {
    return functions;
  }
}
