package dev.autoversion.spring;

import dev.autoversion.pebble.AutoversionExtension;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.ExtensionRegistry;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import java.util.HashMap;
import java.util.Map;

/**
 * The filters and functions added to a Pebble engine after it was built; a name that it already has
 * is left alone.
 */
final class UntakenWords extends AbstractExtension {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private final Map<String, Filter> filters = new HashMap<>();
  private final Map<String, Function> functions = new HashMap<>();

  UntakenWords(AutoversionExtension all, ExtensionRegistry known) {
    all.getFilters()
        .forEach((word, filter) -> add(word, filter, filters, known.getFilter(word) == null));
    all.getFunctions()
        .forEach(
            (word, function) -> add(word, function, functions, known.getFunction(word) == null));
  }

  private static <T> void add(String word, T meaning, Map<String, T> words, boolean untaken) {
    if (untaken) {
      words.put(word, meaning);
    } else {
      LOG.log(
          System.Logger.Level.INFO,
          "this Pebble engine has a word ''{0}'' of its own already, which is left alone",
          word);
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
