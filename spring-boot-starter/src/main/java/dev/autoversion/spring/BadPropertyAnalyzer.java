package dev.autoversion.spring;

import java.util.regex.Pattern;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the property that stopped the start, instead of a stack trace. */
final class BadPropertyAnalyzer extends AbstractFailureAnalyzer<BadPropertyException> {
  private static final Pattern WITHOUT_SLASH =
      Pattern.compile("autoversion\\.(mounts|manifests|dev-servers)\\[[^/].*");

  @Override
  protected FailureAnalysis analyze(Throwable failure, BadPropertyException cause) {
    return new FailureAnalysis(
        "Property "
            + cause.name()
            + " can't be '"
            + cause.value()
            + "': "
            + cause.getMessage()
            + ".",
        "Change " + cause.name() + "." + hint(cause.name()),
        cause);
  }

  /** Spring drops the slash from a key without brackets. */
  private static String hint(String name) {
    return WITHOUT_SLASH.matcher(name).matches()
        ? " A prefix stands in brackets, "
            + name.replaceFirst("\\[", "[/")
            + ", which YAML wants in quotes."
        : "";
  }
}
