package dev.autoversion.examples;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A template beside the page that it became, line by line.
 *
 * @param engine whose template it is
 * @param source the template, with our words marked
 * @param page what the browser gets, with the versions marked
 */
public record Sample(Engine engine, List<Marked> source, List<Marked> page) {
  /** The words as the engines write them; in Thymeleaf each link is one. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\| ?autoversion|\\b(?:autoversion|importmap|entrypoint)(?=\\()"
              + "|(?<=</?)av:\\w+|@\\{[^}]*\\}");

  static Sample of(Engine engine, String source, String page) {
    return new Sample(
        engine, source.lines().map(Sample::words).toList(), page.lines().map(Marked::url).toList());
  }

  /** A line of a template, with our words marked. */
  static Marked words(String line) {
    return Marked.of(line, WORDS);
  }
}
