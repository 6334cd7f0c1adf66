package dev.autoversion.pebble;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure at a place in a template: {@code (page:2)}, or {@code (page:?)}. */
final class Failure {
  private Failure() {}

  // Pebble adds no position to what a filter or function throws.
  static PebbleException at(PebbleTemplate self, int lineNumber, RuntimeException cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    return at(self, lineNumber, message, cause);
  }

  static PebbleException at(PebbleTemplate self, int lineNumber, String message) {
    return at(self, lineNumber, message, null);
  }

  /** {@code page:2}, or {@code page}. */
  static String place(PebbleTemplate self, int lineNumber) {
    return lineNumber > 0 ? self.getName() + ":" + lineNumber : self.getName();
  }

  static PebbleException noReference(String word, PebbleTemplate self, int lineNumber) {
    String message = word + " needs a reference, as in " + word + "(\"/static/app.css\")";
    return at(self, lineNumber, message);
  }

  private static PebbleException at(
      PebbleTemplate self, int lineNumber, String message, @Nullable Throwable cause) {
    // For a block's filter Pebble gives line 0, since it has none; in exceptions that is null.
    @Nullable Integer line = lineNumber > 0 ? lineNumber : null;
    return new PebbleException(cause, message, line, self.getName());
  }
}
