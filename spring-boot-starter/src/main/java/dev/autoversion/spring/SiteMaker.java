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
 * Makes the site when it is first asked something: what Spring serves is known only then. No lock
 * is held while Spring is asked; of several threads that are first, the first one's mounts count.
 */
final class SiteMaker implements Supplier<Autoversion> {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");

  private final Autoversion.Builder builder;
  private final Supplier<ResourceHandlers> handlers;
  private final Told told;
  private @Nullable Autoversion made;

  /**
   * One that has been told all that is known before.
   *
   * @param builder with all options but mounts, context path and age
   * @param handlers what Spring serves
   * @param told what properties and surroundings say of that
   */
  SiteMaker(Autoversion.Builder builder, Supplier<ResourceHandlers> handlers, Told told) {
    this.builder = builder;
    this.handlers = handlers;
    this.told = told;
  }

  /**
   * What properties and surroundings say.
   *
   * @param locations by prefix
   * @param builds prefixes below which a build has put its output
   * @param copies what autoversion's own build has left
   * @param changing whether more may change than what lies in Spring's folders: what another build
   *     writes anew, a bundler's server, what a customizer mounts
   * @param devtools whether Spring Boot's devtools are there: an edit shows at the next reload
   */
  record Told(
      Map<String, List<Resource>> locations,
      Set<String> builds,
      Optional<Manifest> copies,
      boolean changing,
      boolean devtools) {}

  @Override
  public Autoversion get() {
    ResourceHandlers spring = handlers.get();
    return made(SiteMounts.of(spring, told.locations(), told.builds()), spring.contextPath());
  }

  private synchronized Autoversion made(SiteMounts mounts, String contextPath) {
    Autoversion known = made;
    if (known == null) {
      ToldBuilder.unlessTold(() -> builder.contextPath(contextPath));
      noticeChain(mounts.served());
      told.copies().ifPresent(copies -> mounts.tellCopies(builder, copies));
      mounts.tell(builder);
      tellAge(mounts.mayChange() || told.changing());
      known = built();
      made = known;
    }
    return known;
  }

  private void tellAge(boolean mayChange) {
    if (told.devtools()) {
      ToldBuilder.unlessTold(() -> builder.recheckAfter(Duration.ZERO));
    } else if (!mayChange) {
      ToldBuilder.unlessTold(builder::recheckNever);
    }
  }

  private Autoversion built() {
    try {
      return builder.build();
    } catch (IllegalStateException nothing) { // Neither Spring nor anybody else mounts anything.
      return Autoversion.none();
    }
  }

  /** Names that Spring has versioned already are left alone. */
  private void noticeChain(List<Served> served) {
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
