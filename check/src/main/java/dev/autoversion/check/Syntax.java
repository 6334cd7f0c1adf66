package dev.autoversion.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an engine's templates write our words. What is never closed goes on to the end of the
 * template: to look for each end anew would take quadratic time.
 */
enum Syntax {
  /** Pebble and Jinjava: {@code {{ "/a.css" | autoversion }}}. */
  BRACES(
      "\\{#.*?(?:#\\}|\\z)|\\{%-?\\s*(?:verbatim|raw)\\s*-?%\\}"
          + ".*?(?:\\{%-?\\s*end(?:verbatim|raw)\\s*-?%\\}|\\z)",
      "\\{\\{.*?(?:\\}\\}|\\z)|\\{%.*?(?:%\\}|\\z)") {
    @Override
    void addOwn(String text, List<Literal> literals) {
      Matcher block = FILTER_BLOCK.matcher(text);
      while (block.find()) {
        literals.add(new Literal(block.start(2), block.group(1), block.group(2), false));
      }
    }
  },
  /** FreeMarker: {@code ${autoversion("/a.css")}}. */
  FREEMARKER(
      "<#--.*?(?:-->|\\z)|\\[#--.*?(?:--\\]|\\z)"
          + "|[<\\[]#(noparse|comment)[>\\]].*?(?:[<\\[]/#\\1[>\\]]|\\z)",
      "[$#]\\{[^}]*|<[#@][^>]*|\\[[#@=](?:"
          + "[^\\[\\]]*+(?:\\[[^\\[\\]]*+\\][^\\[\\]]*+){0,99}+\\]|[^\\]]*)"),
  /** Thymeleaf: {@code @{/a.css}}, {@code av:href="/a.css"}, {@code <av:entrypoint src="…">}. */
  // Not a comment: <!--/*/ … /*/-->, whose inside belongs to the page.
  THYMELEAF("<!--(?!/\\*/).*?(?:-->|\\z)", "[$*]\\{[^<>]*") {
    @Override
    void addOwn(String text, List<Literal> literals) {
      ThymeleafLinks.add(text, literals);
    }
  };

  private static final Pattern FILTER_BLOCK =
      Pattern.compile(
          "\\{%-?\\s*filter\\s+(" + Words.OF_TEXT + ")\\s*-?%\\}([^{]*+)\\{%-?\\s*endfilter");

  private final Pattern comment;
  private final Pattern code;

  Syntax(String comment, String code) {
    this.comment = Pattern.compile(comment, Pattern.DOTALL);
    this.code = Pattern.compile(code, Pattern.DOTALL);
  }

  /** The literals of all words in a template. */
  List<Literal> literals(String template) {
    String text = comment.matcher(template).replaceAll(Syntax::blanks);
    List<Literal> literals = new ArrayList<>();
    Matcher region = code.matcher(text);
    while (region.find()) {
      Words.add(region.group(), region.start(), literals);
    }
    addOwn(text, literals);
    return literals;
  }

  /** Adds what only this engine has. */
  void addOwn(String text, List<Literal> literals) {}

  /** Blanks as long as the comment, with its line breaks. */
  private static String blanks(MatchResult comment) {
    return comment.group().replaceAll("[^\n]", " ");
  }
}
