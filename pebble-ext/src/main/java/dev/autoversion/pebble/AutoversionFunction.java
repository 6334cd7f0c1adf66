package dev.autoversion.pebble;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {{ autoversion("/static/a.css") }}} prints {@code /static/a.css?v=9f3c2ab1d04e}. */
final class AutoversionFunction implements Function {
  private static final String REFERENCE = "reference";

  private final Versioning versioning;

  AutoversionFunction(Versioning versioning) {
    this.versioning = versioning;
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of(REFERENCE);
  }

  @Override
  public @Nullable Object execute(
      Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
    if (!args.containsKey(REFERENCE)) {
      String message = "autoversion needs a reference, as in autoversion(\"/static/app.css\")";
      throw Versioning.failure(null, message, self, lineNumber);
    }
    return versioning.of(args.get(REFERENCE), self, lineNumber);
  }
}
