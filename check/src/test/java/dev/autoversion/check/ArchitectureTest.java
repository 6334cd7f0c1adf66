package dev.autoversion.check;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.check";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.empty();
  }
}
