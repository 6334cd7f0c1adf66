package dev.autoversion.fingerprint;

/** An option, which may be set once. */
record Setting<T>(String name, T value, boolean isSet) {
  static <T> Setting<T> of(String name, T byDefault) {
    return new Setting<>(name, byDefault, false);
  }

  Setting<T> set(T given) {
    if (isSet) {
      throw new IllegalStateException(
          name + " was already set to '" + value + "'; it can't be '" + given + "' as well");
    }
    return new Setting<>(name, given, true);
  }
}
