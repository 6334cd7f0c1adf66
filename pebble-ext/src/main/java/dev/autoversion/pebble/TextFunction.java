package dev.autoversion.pebble;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {{ autoversion("/static/a.css") }}} prints {@code /static/a.css?v=9f3c2ab1d04e}. */
final class TextFunction implements Function {
  static final String REFERENCE = "reference";

  private final String word;
  private final TextValues values;

  TextFunction(String word, TextValues values) {
    this.word = word;
    this.values = values;
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of(REFERENCE);
  }

  @Override
  public @Nullable Object execute(
      Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
    Place place = new Place(self, lineNumber);
    if (!args.containsKey(REFERENCE)) {
      throw place.noReference(word);
    }
    return values.of(args.get(REFERENCE), place);
  }
}
