package dev.autoversion.pebble;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where in a template a word is used: {@code page:2}.
 *
 * @param line 0 for a block's filter, since Pebble has none for it
 */
record Place(PebbleTemplate template, int line) implements Supplier<String> {
  @Override
  public String get() {
    return line > 0 ? template.getName() + ":" + line : template.getName();
  }

  // Pebble adds no position to what a filter or function throws.
  PebbleException failure(RuntimeException cause) {
    return failure(Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
  }

  PebbleException failure(String message) {
    return failure(message, null);
  }

  PebbleException noReference(String word) {
    return failure(word + " needs a reference, as in " + word + "(\"/static/app.css\")");
  }

  private PebbleException failure(String message, @Nullable Throwable cause) {
    @Nullable Integer known = line > 0 ? line : null;
    return new PebbleException(cause, message, known, template.getName());
  }
}
