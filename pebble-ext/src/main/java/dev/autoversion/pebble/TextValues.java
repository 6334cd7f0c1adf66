package dev.autoversion.pebble;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applies a word to a value: {@code "/s/a.css"} gives {@code "/s/a.css?v=…"}. */
final class TextValues {
  private final Change change;

  /** Gives the result for a text, at a place in a template. */
  @FunctionalInterface
  interface Change {
    String of(String text, Supplier<String> place);
  }

  TextValues(Change change) {
    this.change = change;
  }

  /** The word's result for a value; a failure names the template and the line. */
  @Nullable Object of(@Nullable Object value, Place place) {
    try {
      return changed(value, place);
    } catch (RuntimeException e) {
      throw place.failure(e);
    }
  }

  private @Nullable Object changed(@Nullable Object value, Supplier<String> place) {
    if (value instanceof String text) { // First, since most are: a page takes 2 % less.
      return change.of(text, place);
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof SafeString safe) {
      return new SafeString(change.of(safe.toString(), place));
    }
    if (value instanceof Object[] array) {
      return each(Arrays.asList(array), place);
    }
    if (value.getClass().isArray()) {
      return value; // numbers or the like
    }
    // A Path is an Iterable of its own elements.
    if (value instanceof Iterable<?> all && !(value instanceof Path)) {
      return each(all, place);
    }
    return change.of(value.toString(), place);
  }

  private List<@Nullable Object> each(Iterable<?> all, Supplier<String> place) {
    List<@Nullable Object> texts = new ArrayList<>();
    for (Object one : all) {
      texts.add(changed(one, place));
    }
    return texts;
  }
}
