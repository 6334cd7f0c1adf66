package dev.autoversion.freemarker;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Where in a template a method is called: {@code page.ftlh:2}. */
final class Place {
  private Place() {}

  static String current() {
    @Nullable Environment environment = Environment.getCurrentEnvironment();
    if (environment == null) {
      return "";
    }
    // Nothing else in FreeMarker gives a method the line.
    TemplateException here = new TemplateException("", environment);
    @Nullable String template = here.getTemplateSourceName();
    @Nullable Integer line = here.getLineNumber();
    return template == null ? "" : line == null ? template : template + ":" + line;
  }
}
