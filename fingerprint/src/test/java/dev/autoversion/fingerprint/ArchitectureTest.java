package dev.autoversion.fingerprint;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.fingerprint";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of(
        "com.fasterxml.jackson.core..",
        "com.aayushatharva.brotli4j..",
        "com.github.luben.zstd..",
        "picocli..");
  }
}
