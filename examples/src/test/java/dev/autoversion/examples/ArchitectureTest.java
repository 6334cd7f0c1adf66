package dev.autoversion.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.autoversion.ModuleArchitecture;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.examples";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of(
            Stream.of("dev.autoversion.servlet", "jakarta.servlet..", "org.eclipse.jetty.."),
            Stream.of("picocli"),
            engines())
        .flatMap(packages -> packages);
  }

  private static Stream<String> engines() {
    return Stream.concat(
        Arrays.stream(Engine.values()).map(engine -> "dev.autoversion." + engine.path()),
        Stream.of(
            "io.pebbletemplates.pebble..",
            "freemarker..",
            "com.hubspot.jinjava..",
            "org.thymeleaf.."));
  }

  @Test
  void engine_isKnownToItsPagesAlone() {
    noClasses()
        .that()
        .haveNameNotMatching(".*Pages(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(engines().toArray(String[]::new))
        .check(OWN);
  }
}
