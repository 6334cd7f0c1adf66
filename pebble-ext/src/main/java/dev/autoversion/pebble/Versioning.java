package dev.autoversion.pebble;

import dev.autoversion.Autoversion;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code autoversion} makes of a value: {@code "/s/a.css"} gives {@code "/s/a.css?v=…"}. */
final class Versioning {
  private final Autoversion autoversion;

  Versioning(Autoversion autoversion) {
    this.autoversion = autoversion;
  }

  /** The versioned value; a failure names the template and the line. */
  @Nullable Object of(@Nullable Object value, PebbleTemplate self, int lineNumber) {
    try {
      return versioned(value);
    } catch (RuntimeException e) {
      // Pebble adds no position to what a filter or function throws.
      String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
      throw failure(e, message, self, lineNumber);
    }
  }

  /** A failure at a place in a template: {@code (page:2)}, or {@code (page:?)}. */
  static PebbleException failure(
      @Nullable Throwable cause, String message, PebbleTemplate self, int lineNumber) {
    // Pebble gives the filter of a block no line, which is 0; its own word for that is null.
    @Nullable Integer line = lineNumber > 0 ? lineNumber : null;
    return new PebbleException(cause, message, line, self.getName());
  }

  private @Nullable Object versioned(@Nullable Object value) {
    if (value instanceof String reference) { // First, as most are: a page takes 2 % less.
      return autoversion.url(reference);
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof SafeString safe) {
      return new SafeString(autoversion.url(safe.toString()));
    }
    if (value instanceof Object[] array) {
      return each(Arrays.asList(array));
    }
    if (value.getClass().isArray()) {
      return value; // of numbers or the like
    }
    // A Path is an Iterable of its own names.
    if (value instanceof Iterable<?> all && !(value instanceof Path)) {
      return each(all);
    }
    return autoversion.url(value.toString());
  }

  private List<@Nullable Object> each(Iterable<?> all) {
    List<@Nullable Object> urls = new ArrayList<>();
    for (Object one : all) {
      urls.add(versioned(one));
    }
    return urls;
  }
}
