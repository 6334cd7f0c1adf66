package dev.autoversion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An option of a builder, which refuses to be told twice. */
final class Option<T> {
  private final String name;
  private @Nullable T value;

  Option(String name) {
    this.name = name;
  }

  void tell(T told) {
    if (value != null) {
      throw new IllegalStateException(
          name + " was already set to " + value + "; it can't be " + told + " as well");
    }
    value = Objects.requireNonNull(told, name);
  }

  T or(T otherwise) {
    return value == null ? otherwise : value;
  }
}
