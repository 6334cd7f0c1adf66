package dev.autoversion.jinjava;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.jinjava";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("com.hubspot.jinjava..");
  }
}
