package dev.autoversion.spring;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.autoversion.ModuleArchitecture;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

  /**
   * The JDK's thread for delays never ends, and keeps the class loader of the application that was
   * the first to delay something: a WAR's would outlive its redeploy.
   */
  @Test
  void delays_areNeverOfAFuture() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(assignableTo(CompletableFuture.class)))
                .and(target(nameMatching("completeOnTimeout|orTimeout|delayedExecutor"))))
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
