package dev.autoversion.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which property ended the start, instead of a stack trace. */
final class BadPropertyAnalyzer extends AbstractFailureAnalyzer<BadPropertyException> {
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
        "Change " + cause.name() + ".",
        cause);
  }
}
