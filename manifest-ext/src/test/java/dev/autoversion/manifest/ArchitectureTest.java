package dev.autoversion.manifest;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.manifest";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("com.fasterxml.jackson.core..");
  }
}
