package dev.autoversion.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.autoversion.ModuleArchitecture;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleArchitecture {
  @Override
  protected String itsPackage() {
    return "dev.autoversion.servlet";
  }

  @Override
  protected Stream<String> whatItAdapts() {
    return Stream.of("jakarta.servlet..", "dev.autoversion.manifest");
  }

  /** All else works without that module. */
  @Test
  void manifestExt_onlyInManifestLocation() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ManifestLocation.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.autoversion.manifest")
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
