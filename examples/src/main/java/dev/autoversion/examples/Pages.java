package dev.autoversion.examples;

import java.io.IOException;
import java.util.Map;

/** The templates of one engine, with autoversion installed. */
@FunctionalInterface
interface Pages {
  /**
   * Renders a template, read from its file each time.
   *
   * @param template its name without the engine's extension: {@code page}
   */
  String render(String template, Map<String, Object> model) throws IOException;
}
