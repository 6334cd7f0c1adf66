package dev.autoversion.jinjava;

import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.objects.SafeString;
import dev.autoversion.MissingAssetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies a word to a value: null and numbers come back unchanged, a list with each of its elements
 * changed; a safe string stays safe; anything else is turned into text.
 */
final class TextValues {
  private final String word;
  private final Change change;

  /** Gives the result for a text, at a place in a template. */
  @FunctionalInterface
  interface Change {
    String of(String text, Supplier<String> place);
  }

  TextValues(String word, Change change) {
    this.word = word;
    this.change = change;
  }

  @Nullable Object of(@Nullable Object value, JinjavaInterpreter interpreter) {
    if (value instanceof Iterable<?> list && isList(list)) {
      return each(list, interpreter);
    }
    if (value instanceof Object[] array) {
      return each(Arrays.asList(array), interpreter);
    }
    return one(value, interpreter);
  }

  private List<@Nullable Object> each(Iterable<?> all, JinjavaInterpreter interpreter) {
    List<@Nullable Object> texts = new ArrayList<>();
    for (Object each : all) {
      texts.add(one(each, interpreter));
    }
    return texts;
  }

  private @Nullable Object one(@Nullable Object value, JinjavaInterpreter interpreter) {
    if (value == null || isLeftAlone(value)) {
      return value;
    }
    String text = value.toString();
    if (text == null) {
      return null; // a safe string around null
    }
    try {
      String changed = change.of(text, () -> place(interpreter));
      return value instanceof SafeString ? new SafeString(changed) : changed;
    } catch (MissingAssetException e) {
      throw failure(interpreter, word, e);
    }
  }

  /** What a word throws: the engine reports any other exception as a syntax error. */
  static InvalidInputException failure(
      JinjavaInterpreter interpreter, String word, RuntimeException cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    return (InvalidInputException)
        new InvalidInputException(interpreter, word, message).initCause(cause);
  }

  /** {@code page.jinja:2}; just the line if the template has no name. */
  static String place(JinjavaInterpreter interpreter) {
    String line = Integer.toString(interpreter.getLineNumber());
    return interpreter
        .getContext()
        .getCurrentPathStack()
        .peek()
        .filter(path -> !path.isEmpty())
        .map(path -> path + ":" + line)
        .orElse("line " + line);
  }

  /**
   * A list within a list is left alone: nested lists can describe more elements than fit into
   * memory, and the template's author may not be trusted.
   */
  private static boolean isLeftAlone(Object value) {
    return value instanceof Number || isList(value) || value.getClass().isArray();
  }

  /** A {@link Path} is an {@link Iterable} of its own elements. */
  private static boolean isList(Object value) {
    return value instanceof Iterable && !(value instanceof Path);
  }
}
