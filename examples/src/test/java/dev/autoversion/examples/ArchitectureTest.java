package dev.autoversion.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What the example site may know. The rules that modules share are in core's test archive, which is
 * not there yet when {@code ./mvnw -Pexample compile} starts the site.
 */
@AnalyzeClasses(
    packages = "dev.autoversion.examples",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule site_knowsTheFaceOfEachModule =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      engines(),
                      Stream.of(
                          "java..",
                          "org.jspecify.annotations",
                          "dev.autoversion",
                          "dev.autoversion.examples",
                          "dev.autoversion.manifest",
                          "dev.autoversion.servlet",
                          "jakarta.servlet..",
                          "org.eclipse.jetty..",
                          "picocli"))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule engine_isKnownToItsPagesAlone =
      noClasses()
          .that()
          .haveNameNotMatching(".*Pages(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(engines().toArray(String[]::new));

  private static Stream<String> engines() {
    return Stream.concat(
        Arrays.stream(Engine.values()).map(engine -> "dev.autoversion." + engine.path()),
        Stream.of(
            "io.pebbletemplates.pebble..",
            "freemarker..",
            "com.hubspot.jinjava..",
            "org.thymeleaf.."));
  }
}
