package dev.autoversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a module above core may know: the JDK, core's public packages, itself and what it adapts.
 * Each such module runs it and says what that is. Core's other packages are not among it: {@code
 * dev.autoversion.reference} is core's own cellar.
 */
public abstract class ModuleArchitecture {
  // Where the build puts the module's own classes; the class path has core's as well.
  private static final JavaClasses OWN =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /** The one package of the module: {@code dev.autoversion.pebble}. */
  protected abstract String itsPackage();

  /** What it adapts, as ArchUnit writes packages: {@code io.pebbletemplates.pebble..}. */
  protected abstract Stream<String> whatItAdapts();

  @Test
  void module_isOnePackage() {
    classes().should().resideInAPackage(itsPackage()).check(OWN);
  }

  @Test
  void module_knowsCoreAndWhatItAdapts() {
    Stream<String> always =
        Stream.of(
            "java..",
            "org.jspecify.annotations",
            "dev.autoversion",
            "dev.autoversion.page",
            itsPackage());
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(always, whatItAdapts()).toArray(String[]::new))
        .check(OWN);
  }
}
