package dev.autoversion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
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
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The diagram of the design, and what no class of the core may do. */
@AnalyzeClasses(packages = "dev.autoversion", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule arrows_pointDownwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("Autoversion")
          .definedBy(belongToAnyOf(Autoversion.class, Settings.class))
          .layer("Resolver")
          .definedBy(belongToAnyOf(Resolver.class, LiveResolver.class, AssetLookup.class))
          .layer("VersionCache")
          .definedBy(
              belongToAnyOf(
                  VersionCache.class,
                  Memory.class,
                  SingleFlight.class,
                  Answer.class,
                  Sighting.class))
          .layer("Mount")
          .definedBy(belongToAnyOf(Mounts.class, Mount.class, MountedUrl.class))
          .layer("AssetSource")
          .definedBy(assignableTo(AssetSource.class))
          .layer("VersionStrategy")
          .definedBy(assignableTo(VersionStrategy.class).or(belongToAnyOf(GitHistory.class)))
          .layer("Placement")
          .definedBy(assignableTo(Placement.class))
          .layer("Asset")
          .definedBy(assignableTo(Asset.class).or(belongToAnyOf(Stamp.class)))
          .layer("AssetUrl")
          .definedBy(belongToAnyOf(AssetUrl.class, UrlParts.class))
          .layer("LogicalPath")
          .definedBy(belongToAnyOf(LogicalPath.class, PercentEncoding.class))
          .layer("Version")
          .definedBy(belongToAnyOf(Version.class))
          .whereLayer("Autoversion")
          .mayOnlyBeAccessedByLayers("Resolver")
          .whereLayer("Resolver")
          .mayOnlyBeAccessedByLayers("Autoversion")
          .whereLayer("VersionCache")
          .mayOnlyBeAccessedByLayers("Resolver")
          .whereLayer("Mount")
          .mayOnlyBeAccessedByLayers("Autoversion", "Resolver")
          .whereLayer("AssetSource")
          .mayOnlyBeAccessedByLayers("Autoversion", "Resolver", "Mount")
          .whereLayer("VersionStrategy")
          .mayOnlyBeAccessedByLayers("Autoversion", "Resolver")
          .whereLayer("Placement")
          .mayOnlyBeAccessedByLayers("Autoversion", "Resolver")
          .whereLayer("Asset")
          .mayOnlyBeAccessedByLayers("Resolver", "VersionCache", "AssetSource", "VersionStrategy")
          .whereLayer("AssetUrl")
          .mayOnlyBeAccessedByLayers("Resolver", "Mount", "Placement")
          .whereLayer("LogicalPath")
          .mayOnlyBeAccessedByLayers("Resolver", "Mount", "AssetSource", "Asset", "VersionStrategy")
          .whereLayer("Version")
          .mayOnlyBeAccessedByLayers(
              "Autoversion",
              "Resolver",
              "VersionCache",
              "VersionStrategy",
              "Placement",
              "AssetUrl");

  @ArchTest
  static final ArchRule autoversion_isKnownToNone =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Autoversion.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Autoversion.class);

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("dev.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule dependencies_areJdkCaffeineJgitAndAnnotations =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.autoversion..",
              "com.github.benmanes.caffeine.cache..",
              "org.eclipse.jgit..",
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
  static final ArchRule percentEncoding_aloneDecodes =
      noClasses()
          .that()
          .doNotBelongToAnyOf(PercentEncoding.class)
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
  static final ArchRule percentEncoding_onlyForLogicalPaths =
      noClasses()
          .that()
          .doNotBelongToAnyOf(PercentEncoding.class, LogicalPath.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(PercentEncoding.class);

  @ArchTest
  static final ArchRule logicalPath_onlyFromItsFactories =
      classes().that().belongToAnyOf(LogicalPath.class).should().haveOnlyPrivateConstructors();

  /** A URL made from input could reach any host or file. */
  @ArchTest
  static final ArchRule urls_areNeverMade =
      noClasses()
          .should()
          .callConstructorWhere(constructs(URL.class))
          .orShould()
          .callMethodWhere(calls(URI.class, "toURL"))
          .orShould()
          .callMethodWhere(calls(URL.class, "of"));

  /** Nothing of ours may outlive a redeploy. */
  @ArchTest
  static final ArchRule threads_areNeverMade =
      noClasses()
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
