package dev.autoversion.freemarker;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.freemarker";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("freemarker..");
  }
}
