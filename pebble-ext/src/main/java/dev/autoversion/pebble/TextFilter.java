package dev.autoversion.pebble;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {{ "/static/a.css" | autoversion }}} prints {@code /static/a.css?v=9f3c2ab1d04e}. */
final class TextFilter implements Filter {
  private final TextValues values;

  TextFilter(TextValues values) {
    this.values = values;
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of();
  }

  @Override
  public @Nullable Object apply(
      @Nullable Object input,
      Map<String, Object> args,
      PebbleTemplate self,
      EvaluationContext context,
      int lineNumber) {
    Place place = new Place(self, lineNumber);
    if (!args.isEmpty()) {
      throw place.failure(refusal(args));
    }
    return values.of(input, place);
  }

  // Since Pebble 4.1.0, no names means any arguments; this is the message of Pebble 3 and 4.0.
  private static String refusal(Map<String, Object> args) {
    return args.containsKey("0")
        ? "The argument at position 1 is not allowed. Only 0 argument(s) are allowed."
        : "The following named argument does not exist: " + args.keySet().iterator().next();
  }
}
