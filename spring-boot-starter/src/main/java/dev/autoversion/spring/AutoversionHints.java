package dev.autoversion.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What a native image must keep: methods that only templates call, and our build's manifest. */
final class AutoversionHints implements RuntimeHintsRegistrar {
  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
    hints.resources().registerPattern(BuiltAssets.PLACE);
    hints
        .reflection()
        .registerType(
            TypeReference.of("dev.autoversion.thymeleaf.Autoversions"),
            MemberCategory.INVOKE_PUBLIC_METHODS)
        .registerType(
            TypeReference.of("dev.autoversion.jinjava.Functions"),
            MemberCategory.INVOKE_PUBLIC_METHODS);
  }
}
