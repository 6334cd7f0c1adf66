package dev.autoversion.examples;

import java.util.regex.Pattern;

/**
 * A template beside the page that it became.
 *
 * @param engine whose template it is
 * @param source the template, with our words marked
 * @param page what the browser gets, with the versions marked
 */
public record Sample(Engine engine, Marked source, Marked page) {
  /** The words as the four engines write them; in Thymeleaf each link is one. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\| ?autoversion|\\b(?:autoversion|importmap|entrypoint)(?=\\()"
              + "|(?<=</?)av:\\w+|@\\{[^}]*\\}");

  static Sample of(Engine engine, String source, String page) {
    return new Sample(engine, words(source), Marked.url(page));
  }

  /** A template, or a line of one, with our words marked. */
  static Marked words(String template) {
    return Marked.of(template, WORDS);
  }
}
