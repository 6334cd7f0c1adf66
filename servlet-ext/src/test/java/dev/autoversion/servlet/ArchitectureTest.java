package dev.autoversion.servlet;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.servlet";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("jakarta.servlet..");
  }
}
