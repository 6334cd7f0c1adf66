package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.Manifest;
import dev.autoversion.spring.ResourceHandlers.Served;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Makes the site when it is first used: what Spring serves is known only then. No lock is held
 * while Spring is asked; if several threads do so at once, the first result is used.
 */
final class SiteMaker implements Supplier<Autoversion> {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private final Autoversion.Builder builder;
  private final Supplier<ResourceHandlers> handlers;
  private final Additions additions;
  private @Nullable Autoversion made;

  /**
   * A maker with everything that is known beforehand.
   *
   * @param builder with all options but mounts, context path and age
   * @param handlers what Spring serves
   * @param additions what the properties and the environment add to that
   */
  SiteMaker(Autoversion.Builder builder, Supplier<ResourceHandlers> handlers, Additions additions) {
    this.builder = builder;
    this.handlers = handlers;
    this.additions = additions;
  }

  /**
   * What the properties and the environment say.
   *
   * @param locations by prefix
   * @param builds prefixes below which a build has put its output
   * @param copies the manifest of autoversion's own build
   * @param changing whether anything outside Spring's folders may change: another build's output, a
   *     bundler's server, a customizer's mounts
   * @param devtools whether Spring Boot's devtools are present: an edit must show at the next
   *     reload
   */
  record Additions(
      Map<String, List<Resource>> locations,
      Set<String> builds,
      Optional<Manifest> copies,
      boolean changing,
      boolean devtools) {}

  @Override
  public Autoversion get() {
    ResourceHandlers spring = handlers.get();
    return made(
        SiteMounts.of(spring, additions.locations(), additions.builds()), spring.contextPath());
  }

  private synchronized Autoversion made(SiteMounts mounts, String contextPath) {
    Autoversion known = made;
    if (known == null) {
      ConfiguredBuilder.unlessSet(() -> builder.contextPath(contextPath));
      leaveToSpring(mounts.served());
      additions.copies().ifPresent(copies -> mounts.addCopies(builder, copies));
      mounts.mountOn(builder);
      setAge(mounts.mayChange() || additions.changing());
      known = built();
      made = known;
    }
    return known;
  }

  private void setAge(boolean mayChange) {
    if (additions.devtools()) {
      ConfiguredBuilder.unlessSet(() -> builder.recheckAfter(Duration.ZERO));
    } else if (!mayChange) {
      ConfiguredBuilder.unlessSet(builder::recheckNever);
    }
  }

  private Autoversion built() {
    try {
      return builder.build();
    } catch (IllegalStateException nothing) { // Neither Spring nor anyone else mounts anything.
      return Autoversion.none();
    }
  }

  /** Excludes the names that Spring versions itself, and logs what is left to its chain. */
  private void leaveToSpring(List<Served> served) {
    if (served.stream().anyMatch(Served::versioned)) {
      builder.exclude("**/*-" + "?".repeat(32) + ".*");
      served.stream()
          .flatMap(one -> one.fixedVersions().stream())
          .distinct()
          .forEach(version -> builder.exclude(version + "/**"));
      LOG.log(
          System.Logger.Level.INFO,
          "Spring's resource chain versions resources, too: its links win, and are answered by"
              + " Spring; without spring.web.resources.chain.strategy, or a resolver of your own"
              + " for that, autoversion does both");
    } else if (served.stream().anyMatch(Served::chain)) {
      LOG.log(
          System.Logger.Level.INFO,
          "Spring's resource chain is on: it finds the files of WebJars, autoversion adds the"
              + " version");
    }
  }
}
