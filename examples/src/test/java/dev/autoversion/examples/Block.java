package dev.autoversion.examples;

import java.nio.file.Path;

/**
 * A fenced block of a Markdown page.
 *
 * @param line where its text begins
 * @param language what follows the fence: {@code java}
 * @param mark the HTML comment right above it: {@code output}, or ""
 * @param follows whether only blank lines and its mark lie between it and the block before
 */
record Block(Path page, int line, String language, String mark, String text, boolean follows) {
  boolean isJava() {
    return language.equals("java") && !isFile() && !isExcused();
  }

  boolean isFile() {
    return mark.startsWith("file:");
  }

  /** The path of the file that it is. */
  String file() {
    return mark.substring("file:".length()).strip();
  }

  boolean isExcused() {
    return mark.startsWith("not run:");
  }

  /** Whether it is what the block before it must print. */
  boolean isOutput() {
    boolean printed = language.equals("text") || language.equals("html");
    return mark.equals("output") || (follows && mark.isEmpty() && printed);
  }

  /** {@code README.md:42} */
  String where() {
    return page.getFileName() + ":" + line;
  }
}
