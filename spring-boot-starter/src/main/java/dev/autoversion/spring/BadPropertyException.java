package dev.autoversion.spring;

/** A property has a value that can't be used; this stops the start. */
final class BadPropertyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String value;

  BadPropertyException(String name, Object value, IllegalArgumentException cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.name = "autoversion." + name;
    this.value = value.toString();
  }

  /** {@code autoversion.hash-length}. */
  String name() {
    return name;
  }

  String value() {
    return value;
  }
}
