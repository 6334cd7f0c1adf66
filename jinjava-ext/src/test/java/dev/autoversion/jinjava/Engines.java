package dev.autoversion.jinjava;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.TemplateError;
import dev.autoversion.Autoversion;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Real engines over a small real site, and what differs between versions of the engine. */
final class Engines {
  static final String A = "/s/a.css?v=3fc4ccfe7458"; // printf two | sha256sum
  static final String B = "/s/b.js?v=8b5b9db0c13d"; // printf three | sha256sum

  private static final String FILTER_CHAINS = "2.8.3";

  private Engines() {}

  /** A builder with two files under {@code /s}: {@code a.css} and {@code b.js}. */
  static Autoversion.Builder site(Path root) throws IOException {
    Files.writeString(root.resolve("a.css"), "two");
    Files.writeString(root.resolve("b.js"), "three");
    return Autoversion.builder().directory("/s", root);
  }

  static Jinjava engine(Autoversion autoversion, JinjavaConfig.Builder config) {
    Jinjava jinjava = new Jinjava(config.build());
    AutoversionJinjava.install(jinjava, autoversion);
    return jinjava;
  }

  /** The same with HTML escaping, which this engine leaves off. */
  static Jinjava escapingEngine(Autoversion autoversion, JinjavaConfig.Builder config) {
    Jinjava jinjava = engine(autoversion, config);
    jinjava.getGlobalContext().setAutoEscape(true);
    return jinjava;
  }

  /** The first error of a template that has one. */
  static TemplateError error(Jinjava jinjava, String template, Map<String, ?> model) {
    List<TemplateError> errors = jinjava.renderForResult(template, model).getErrors();
    return errors.get(0);
  }

  /** The settings under which a chain of filters is one node, or the usual ones. */
  static JinjavaConfig.Builder filterChains(boolean optimized) {
    if (!optimized) {
      return JinjavaConfig.newBuilder();
    }
    assumeVersion(FILTER_CHAINS, "filter chains");
    try {
      // By name, so that this compiles with older engines.
      return (JinjavaConfig.Builder)
          JinjavaConfig.Builder.class
              .getMethod("withEnableFilterChainOptimization", boolean.class)
              .invoke(JinjavaConfig.newBuilder(), true);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Settings for each way in which this version of the engine calls filters. */
  static List<JinjavaConfig.Builder> filterPaths() {
    return isAtLeast(FILTER_CHAINS)
        ? List.of(filterChains(false), filterChains(true))
        : List.of(filterChains(false));
  }

  /** Skips a test of what older engines do not have. */
  static void assumeVersion(String needed, String feature) {
    assumeTrue(isAtLeast(needed), feature + " need Jinjava " + needed + ", this is " + version());
  }

  private static boolean isAtLeast(String needed) {
    return Version.parse(version()).compareTo(Version.parse(needed)) >= 0;
  }

  private static String version() {
    return Jinjava.class.getPackage().getImplementationVersion();
  }
}
