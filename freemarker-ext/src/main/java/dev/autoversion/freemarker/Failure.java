package dev.autoversion.freemarker;

import freemarker.template.TemplateModelException;
import java.util.Objects;

/** What a method throws; FreeMarker adds the template and the line. */
final class Failure {
  private Failure() {}

  static TemplateModelException of(RuntimeException cause) {
    return new TemplateModelException(
        Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
  }
}
