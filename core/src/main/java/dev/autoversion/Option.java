package dev.autoversion;

import org.jspecify.annotations.Nullable;

/** An option of a builder, which refuses to be set twice. */
final class Option<T> {
  private final String name;
  private final T otherwise;
  private @Nullable T value;

  Option(String name, T otherwise) {
    this.name = name;
    this.otherwise = otherwise;
  }

  void set(T given) {
    if (value != null) {
      throw new IllegalStateException(
          name + " was already set to " + value + "; it can't be " + given + " as well");
    }
    value = given;
  }

  String name() {
    return name;
  }

  T get() {
    return value == null ? otherwise : value;
  }

  /** The value if it is not the default: {@code placement fileName()}; else "". */
  @Override
  public String toString() {
    return get().toString().equals(otherwise.toString()) ? "" : name + " " + get();
  }
}
