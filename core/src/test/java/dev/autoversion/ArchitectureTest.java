package dev.autoversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.CharsetDecoder;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The diagram of the design, and what no class of the core may do. */
@AnalyzeClasses(packages = "dev.autoversion", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static void storeys_holdEachClassOnce(JavaClasses classes) {
    List<String> homeless =
        classes.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> Storey.of(type).size() != 1)
            .map(JavaClass::getName)
            .toList();
    assertEquals(List.of(), homeless);
  }

  @ArchTest
  static void storeys_holdNoGhosts(JavaClasses classes) {
    for (Storey storey : Storey.values()) {
      for (String name : storey.classes()) {
        assertTrue(classes.contain("dev.autoversion." + name), () -> storey + " " + name);
      }
    }
  }

  @ArchTest
  static void arrows_pointDownwards(JavaClasses classes) {
    List<String> upwards =
        classes.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(arrow -> !mayPoint(arrow))
            .map(Dependency::getDescription)
            .toList();
    assertEquals(List.of(), upwards);
  }

  private static boolean mayPoint(Dependency arrow) {
    return Storey.of(arrow.getOriginClass()).stream()
        .allMatch(from -> Storey.of(arrow.getTargetClass()).stream().allMatch(from::mayKnow));
  }

  /** No door is opened that nobody asked for: each public type has its line in the docs. */
  @ArchTest
  static void root_hasFewPublicTypes(JavaClasses classes) {
    long doors =
        classes.stream()
            .filter(type -> type.getPackageName().equals("dev.autoversion"))
            .filter(type -> type.isTopLevelClass())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .count();
    assertTrue(doors <= 22, () -> doors + " public types");
  }

  @ArchTest
  static final ArchRule autoversion_isKnownToNone =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Autoversion.class)
          .and()
          .resideOutsideOfPackage("dev.autoversion.page")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Autoversion.class);

  /** What a page prints could be written by a user. */
  @ArchTest
  static final ArchRule pages_knowThePublicRootAlone =
      classes()
          .that()
          .resideInAPackage("dev.autoversion.page")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify.annotations", "dev.autoversion", "dev.autoversion.page");

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("dev.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule dependencies_areFew =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.autoversion..",
              "com.github.benmanes.caffeine.cache..",
              "org.eclipse.jgit..",
              "com.aayushatharva.brotli4j..",
              "com.github.luben.zstd..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule caffeine_onlyInVersionCache =
      noClasses()
          .that()
          .doNotBelongToAnyOf(VersionCache.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.benmanes..");

  @ArchTest
  static final ArchRule jgit_onlyInGitHistory =
      noClasses()
          .that()
          .doNotBelongToAnyOf(GitHistory.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jgit..");

  @ArchTest
  static final ArchRule brotli_onlyInItsCodec =
      noClasses()
          .that()
          .doNotBelongToAnyOf(BrotliCodec.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.aayushatharva..");

  @ArchTest
  static final ArchRule zstd_onlyInItsCodec =
      noClasses()
          .that()
          .doNotBelongToAnyOf(ZstdCodec.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.luben..");

  @ArchTest
  static final ArchRule percentEncoding_aloneDecodes =
      noClasses()
          .that()
          .doNotBelongToAnyOf(PercentEncoding.class, DevServer.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CharsetDecoder.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(URLDecoder.class)
          .orShould()
          .callMethodWhere(calls(URI.class, "create"))
          .orShould()
          .callMethodWhere(calls(URI.class, "getPath"))
          .orShould()
          .callConstructorWhere(constructs(URI.class));

  @ArchTest
  static final ArchRule percentEncoding_onlyForPaths =
      noClasses()
          .that()
          .doNotBelongToAnyOf(
              PercentEncoding.class,
              LogicalPath.class,
              UrlPrefix.class,
              Edition.class,
              PublishedFile.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(PercentEncoding.class);

  @ArchTest
  static final ArchRule logicalPath_onlyFromItsFactories =
      classes().that().belongToAnyOf(LogicalPath.class).should().haveOnlyPrivateConstructors();

  /** A URL made from input could reach any host or file; the dev server's is the user's own. */
  @ArchTest
  static final ArchRule urls_areNeverMade =
      noClasses()
          .that()
          .doNotBelongToAnyOf(DevServer.class)
          .should()
          .callConstructorWhere(constructs(URL.class))
          .orShould()
          .callMethodWhere(calls(URI.class, "toURL"))
          .orShould()
          .callMethodWhere(calls(URL.class, "of"));

  /** Nothing of ours may outlive a redeploy; a question to a dev server ends within seconds. */
  @ArchTest
  static final ArchRule threads_areNeverMade =
      noClasses()
          .that()
          .doNotBelongToAnyOf(DevServer.class)
          .should()
          .callConstructorWhere(constructs(Thread.class))
          .orShould()
          .callMethodWhere(calls(Thread.class, "startVirtualThread"))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocal.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Timer.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executors.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ExecutorService.class)
          .orShould()
          .callMethod(Caffeine.class, "scheduler", Scheduler.class);

  /** A ticker and a clock that tests can move; ages come from the ticker alone. */
  @ArchTest
  static final ArchRule time_comesFromTickerAndClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callConstructorWhere(constructs(Date.class));

  /** Linear time on any input, and no text of a reference taken for a pattern. */
  @ArchTest
  static final ArchRule patterns_areNeverUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..")
          .orShould()
          .callMethodWhere(calls(String.class, "matches"))
          .orShould()
          .callMethodWhere(calls(String.class, "replaceAll"))
          .orShould()
          .callMethodWhere(calls(String.class, "replaceFirst"))
          .orShould()
          .callMethodWhere(calls(String.class, "format"))
          .orShould()
          .callMethodWhere(calls(String.class, "formatted"));

  @ArchTest
  static final ArchRule values_doNotLog =
      noClasses()
          .that()
          .doNotBelongToAnyOf(
              Warnings.class, DirectorySource.class, ClasspathSource.class, FixedTime.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(System.Logger.class);

  private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String name) {
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + name + "()",
        call -> call.getName().equals(name) && isOn(owner, call));
  }

  private static DescribedPredicate<JavaConstructorCall> constructs(Class<?> type) {
    return DescribedPredicate.describe("new " + type.getSimpleName(), call -> isOn(type, call));
  }

  private static boolean isOn(Class<?> type, JavaCall<?> call) {
    return call.getTargetOwner().isAssignableTo(type);
  }
}
