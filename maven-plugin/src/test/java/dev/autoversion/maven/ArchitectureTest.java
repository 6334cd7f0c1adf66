package dev.autoversion.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Thin: Maven on one side, what makes copies on the other. */
@AnalyzeClasses(
    packages = "dev.autoversion.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule dependencies_areFew =
      classes()
          .that()
          .resideInAPackage("dev.autoversion.maven")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.autoversion.maven",
              "dev.autoversion.fingerprint",
              "org.apache.maven..",
              "org.codehaus.plexus.util.xml",
              "org.jspecify.annotations");
}
