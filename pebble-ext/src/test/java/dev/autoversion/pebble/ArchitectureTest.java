package dev.autoversion.pebble;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.pebble";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("io.pebbletemplates.pebble..");
  }
}
