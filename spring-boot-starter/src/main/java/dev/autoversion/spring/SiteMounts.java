package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.Manifest;
import dev.autoversion.spring.ResourceHandlers.Location;
import dev.autoversion.spring.ResourceHandlers.Served;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/** What is mounted where: what Spring serves, and what the properties say. */
final class SiteMounts {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final String ALL = "**";

  private final ResourceHandlers spring;
  private final List<Served> served;
  private final Map<String, List<Location>> mounts = new LinkedHashMap<>();
  private final Map<String, List<Resource>> folders = new LinkedHashMap<>();

  private SiteMounts(ResourceHandlers spring) {
    this.spring = spring;
    this.served = spring.served();
  }

  /**
   * Asks Spring; locations configured for a prefix replace what Spring serves there.
   *
   * @param configured locations by prefix
   * @param builds prefixes below which a build has put its output
   */
  static SiteMounts of(
      ResourceHandlers spring, Map<String, List<Resource>> configured, Iterable<String> builds) {
    SiteMounts all = new SiteMounts(spring);
    configured.forEach(all::mountConfigured);
    for (Served one : all.served) {
      UrlPattern.of(one.pattern())
          .filter(pattern -> !Prefixes.contain(configured.keySet(), pattern.prefix()))
          .ifPresent(pattern -> all.mount(pattern, one.locations()));
    }
    builds.forEach(build -> all.mountBuild(build, location -> true));
    return all;
  }

  /** What Spring serves, whether it is mounted or not. */
  List<Served> served() {
    return served;
  }

  /** Whether resources lie in folders, where they may change. */
  boolean mayChange() {
    return mounts.values().stream().flatMap(List::stream).anyMatch(Location::changing);
  }

  /** Mounts each part of a manifest where Spring serves the originals. */
  void addCopies(Autoversion.Builder builder, Manifest copies) {
    if (copies.mounts().isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} has no part for any prefix, so no copies are used; autoversion.build-manifest takes"
              + " what autoversion''s own build wrote, autoversion.manifests[/prefix] what others"
              + " did",
          copies);
    }
    for (String part : copies.mounts()) {
      String prefix = Prefixes.withSlash(part);
      mountBuild(prefix, location -> !spring.staysEmpty(location));
      if (Prefixes.contain(mounts.keySet(), prefix)) {
        builder.manifest(prefix, copies);
      } else {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} has copies of assets at {1}, where Spring serves nothing; build with one of these"
                + " as --prefix: {2}",
            copies,
            prefix,
            String.join(", ", mounts.keySet()));
      }
    }
  }

  void mountOn(Autoversion.Builder builder) {
    mounts.forEach(
        (prefix, locations) ->
            locations.forEach(location -> builder.source(prefix, location.source())));
  }

  /**
   * Checks a prefix with a throw-away builder.
   *
   * @throws IllegalArgumentException if it is not a prefix
   */
  static void checkPrefix(String prefix) {
    Autoversion.builder().source(prefix, path -> Optional.empty());
  }

  /**
   * Checks that no prefix is there twice, with a slash at its end and without, or in two spellings:
   * one of the two would silently win.
   *
   * @param property {@code mounts}
   * @throws BadPropertyException if one is
   */
  static void checkOnce(String property, Map<String, ?> configured) {
    configured.forEach(
        (prefix, value) ->
            configured.keySet().stream()
                .filter(other -> prefix.compareTo(other) < 0 && Prefixes.same(prefix, other))
                .findFirst()
                .ifPresent(
                    other -> {
                      throw new BadPropertyException(
                          property + "[" + prefix + "]",
                          value,
                          new IllegalArgumentException(
                              "autoversion."
                                  + property
                                  + "["
                                  + other
                                  + "] is set for the same prefix, too"));
                    }));
  }

  private void mountConfigured(String prefix, List<Resource> locations) {
    mount(new UrlPattern(prefix, ALL), locations);
    locations.stream()
        .filter(location -> !(location instanceof UrlResource) && !location.isFile())
        .filter(location -> !location.exists())
        .forEach(
            location ->
                LOG.log(
                    System.Logger.Level.WARNING,
                    "autoversion.mounts[{0}]: {1} does not exist; a folder of the disk is written as"
                        + " file:/srv/static/, one of the class path as classpath:/static/",
                    prefix,
                    location.getDescription()));
  }

  private void mount(UrlPattern pattern, List<Resource> locations) {
    if (pattern.rest().equals(ALL)) {
      folders.put(pattern.prefix(), locations);
    }
    for (Resource location : locations) {
      locate(pattern.prefix(), location)
          .map(found -> new Location(pattern.sift(found.source()), found.changing()))
          .ifPresent(
              found -> mounts.computeIfAbsent(pattern.prefix(), p -> new ArrayList<>()).add(found));
    }
  }

  /** The files of a build are a folder below what is mounted: {@code /build/} below {@code /}. */
  private void mountBuild(String prefix, Predicate<Resource> counts) {
    String path = Prefixes.decoded(prefix);
    Optional<String> around =
        folders.keySet().stream()
            .filter(folder -> path.startsWith(Prefixes.decoded(folder)))
            .max(Comparator.comparing(folder -> Prefixes.decoded(folder).length()));
    if (around.isPresent() && !Prefixes.contain(mounts.keySet(), prefix)) {
      String folder = path.substring(Prefixes.decoded(around.get()).length());
      List<Resource> below = new ArrayList<>();
      for (Resource location : folders.getOrDefault(around.get(), List.of())) {
        try {
          Optional.of(location.createRelative(folder)).filter(counts).ifPresent(below::add);
        } catch (IOException e) {
          warn(prefix, location.getDescription() + ": " + e.getMessage());
        }
      }
      mount(new UrlPattern(prefix, ALL), below);
    }
  }

  /** A location that Spring serves and we can't version must not stop the start. */
  private Optional<Location> locate(String prefix, Resource location) {
    try {
      checkPrefix(prefix);
      return spring.locate(location);
    } catch (IllegalArgumentException e) {
      warn(prefix, e.getMessage());
    } catch (IOException e) {
      warn(prefix, location.getDescription() + ": " + e.getMessage());
    }
    return Optional.empty();
  }

  private static void warn(String prefix, @Nullable String why) {
    LOG.log(System.Logger.Level.WARNING, "what is at {0} is not versioned: {1}", prefix, why);
  }
}
