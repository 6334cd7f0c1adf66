package dev.autoversion.spring;

import dev.autoversion.ModuleArchitecture;
import java.util.stream.Stream;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.spring";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of(
        "dev.autoversion.freemarker",
        "dev.autoversion.jinjava",
        "dev.autoversion.manifest",
        "dev.autoversion.pebble",
        "dev.autoversion.servlet",
        "dev.autoversion.thymeleaf",
        "com.hubspot.jinjava..",
        "freemarker.template..",
        "io.micrometer.core.instrument..",
        "io.pebbletemplates.pebble..",
        "jakarta.servlet..",
        "org.reactivestreams..",
        "org.springframework..",
        "org.thymeleaf..",
        "reactor.core..");
  }
}
