package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.spring.ResourceHandlers.Location;
import dev.autoversion.spring.ResourceHandlers.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Makes the site when it is first asked something: what Spring serves is known only then. No lock
 * is held while Spring is asked; of several threads that are first, the first one's mounts count.
 */
final class SiteMaker implements Supplier<Autoversion> {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private final Autoversion.Builder builder;
  private final Supplier<ResourceHandlers> handlers;
  private final Map<String, List<Resource>> told;
  private final Environs environs;
  private @Nullable Autoversion made;

  /**
   * One that has been told all that is known before.
   *
   * @param builder with all options but mounts, context path and age
   * @param handlers what Spring serves
   * @param told locations by prefix, from the properties
   */
  SiteMaker(
      Autoversion.Builder builder,
      Supplier<ResourceHandlers> handlers,
      Map<String, List<Resource>> told,
      Environs environs) {
    this.builder = builder;
    this.handlers = handlers;
    this.told = told;
    this.environs = environs;
  }

  /**
   * What the site's surroundings say.
   *
   * @param devtools whether Spring Boot's devtools are there: an edit shows at the next reload
   * @param fixedVersion what Spring's own chain puts before paths, or ""
   */
  record Environs(boolean devtools, String fixedVersion) {}

  @Override
  public Autoversion get() {
    ResourceHandlers spring = handlers.get();
    List<Served> served = spring.served();
    Map<String, List<Location>> mounts = new LinkedHashMap<>();
    told.forEach(
        (prefix, locations) -> mount(mounts, new UrlPattern(prefix, "**"), locations, spring));
    for (Served one : served) {
      UrlPattern.of(one.pattern())
          .filter(pattern -> !told.containsKey(pattern.prefix()))
          .ifPresent(pattern -> mount(mounts, pattern, one.locations(), spring));
    }
    return made(mounts, served, spring.contextPath());
  }

  private static void mount(
      Map<String, List<Location>> mounts,
      UrlPattern pattern,
      List<Resource> locations,
      ResourceHandlers spring) {
    for (Resource location : locations) {
      locate(pattern.prefix(), location, spring)
          .map(found -> new Location(pattern.sift(found.source()), found.changing()))
          .ifPresent(
              found -> mounts.computeIfAbsent(pattern.prefix(), p -> new ArrayList<>()).add(found));
    }
  }

  /** What Spring serves and we can't version is no reason not to start. */
  private static Optional<Location> locate(
      String prefix, Resource location, ResourceHandlers spring) {
    try {
      checkPrefix(prefix);
      return spring.locate(location);
    } catch (IllegalArgumentException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "what is at {0} is not versioned: {1}",
          prefix,
          e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(location.getDescription(), e);
    }
  }

  /**
   * Tries a prefix without the builder that counts.
   *
   * @throws IllegalArgumentException if it is none
   */
  static void checkPrefix(String prefix) {
    Autoversion.builder().source(prefix, path -> Optional.empty());
  }

  private synchronized Autoversion made(
      Map<String, List<Location>> mounts, List<Served> served, String contextPath) {
    Autoversion known = made;
    if (known == null) {
      ToldBuilder.unlessTold(() -> builder.contextPath(contextPath));
      noticeChain(served);
      mounts.forEach(
          (prefix, locations) ->
              locations.forEach(location -> builder.source(prefix, location.source())));
      tellAge(mounts);
      known = mounts.isEmpty() ? customized() : builder.build();
      made = known;
    }
    return known;
  }

  private void tellAge(Map<String, List<Location>> mounts) {
    boolean changing = mounts.values().stream().flatMap(List::stream).anyMatch(Location::changing);
    if (environs.devtools()) {
      ToldBuilder.unlessTold(() -> builder.recheckAfter(Duration.ZERO));
    } else if (!changing) {
      ToldBuilder.unlessTold(builder::recheckNever);
    }
  }

  /** A customizer may have mounted something. */
  private Autoversion customized() {
    try {
      return builder.build();
    } catch (IllegalStateException nothing) {
      return Autoversion.none();
    }
  }

  /** Names that Spring has versioned already are left alone. */
  private void noticeChain(List<Served> served) {
    if (served.stream().anyMatch(Served::versioned)) {
      builder.exclude("**/*-" + "?".repeat(32) + ".*");
      if (!environs.fixedVersion().isEmpty()) {
        builder.exclude(environs.fixedVersion() + "/**");
      }
      LOG.log(
          System.Logger.Level.INFO,
          "spring.web.resources.chain.strategy versions resources, too: its links win, and are"
              + " answered by Spring; without these properties autoversion does both");
    } else if (served.stream().anyMatch(Served::chain)) {
      LOG.log(
          System.Logger.Level.INFO,
          "Spring''s resource chain is on: it finds the files of WebJars, autoversion adds the"
              + " version");
    }
  }
}
