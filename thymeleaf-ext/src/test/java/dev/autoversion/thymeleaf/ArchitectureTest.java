package dev.autoversion.thymeleaf;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.thymeleaf";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("org.thymeleaf..");
  }
}
