package dev.autoversion.fingerprint;

/** An option, which may be set once. */
record Setting<T>(String name, T value, boolean isTold) {
  static <T> Setting<T> of(String name, T byDefault) {
    return new Setting<>(name, byDefault, false);
  }

  Setting<T> tell(T told) {
    if (isTold) {
      throw new IllegalStateException(
          name + " was already set to '" + value + "'; it can't be '" + told + "' as well");
    }
    return new Setting<>(name, told, true);
  }
}
