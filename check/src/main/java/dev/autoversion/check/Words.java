package dev.autoversion.check;

import static java.util.stream.Collectors.joining;

import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our words in an expression: called with literals, or applied to them as filters. */
final class Words {
  /** The words that give text for text, as a pattern. */
  static final String OF_TEXT =
      "autoversion|" + Stream.of(TextWord.values()).map(TextWord::label).collect(joining("|"));

  /** The words that give tags. */
  static final String OF_TAGS =
      Stream.of(TagWord.values()).map(TagWord::label).collect(joining("|"));

  private static final String WORDS = OF_TEXT + "|" + OF_TAGS;
  private static final String TEXT =
      "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')";
  private static final String TEXT_OR_NAME = "(?:" + TEXT + "|[\\w.]++)";
  private static final String LIST = TEXT_OR_NAME + "(?:\\s*,\\s*" + TEXT_OR_NAME + ")*+";
  // Another name may end with one of ours.
  private static final Pattern CALL =
      Pattern.compile(
          ("(?:#autoversion\\.(?<expression>urls?|W)|(?<![\\w$.#-])(?<word>W))\\s*\\(\\s*"
                  + "(?:reference\\s*=\\s*)?" // Pebble's name for it.
                  + "(?:[\\[{]\\s*(?<list>L)\\s*[\\]}]|(?<one>T))\\s*(?=[,)])")
              .replace("W", WORDS)
              .replace("L", LIST)
              .replace("T", TEXT),
          Pattern.DOTALL);
  private static final Pattern FILTER =
      Pattern.compile(
          ("(?:\\[\\s*(?<list>L)\\s*\\]|(?<one>T))\\s*"
                  + "(?:\\|\\s*(?:map\\s*\\(\\s*[\"'])?|\\?\\s*map\\s*\\(\\s*)(?<word>W)(?![\\w(])")
              .replace("W", WORDS)
              .replace("L", LIST)
              .replace("T", TEXT),
          Pattern.DOTALL);
  private static final Pattern EACH = Pattern.compile(TEXT, Pattern.DOTALL);
  // Operators that make the text before a filter only the end of a longer one.
  private static final String JOINS = "~+.";

  private Words() {}

  /** Adds the literals in a piece of code at a position in its template. */
  static void add(String code, int at, List<Literal> literals) {
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      String word = call.group("word") == null ? call.group("expression") : call.group("word");
      addEach(call, at, word.startsWith("url") ? "autoversion" : word, literals);
    }
    Matcher filter = FILTER.matcher(code);
    while (filter.find()) {
      String before = code.substring(0, filter.start()).stripTrailing();
      if (before.isEmpty() || JOINS.indexOf(before.charAt(before.length() - 1)) < 0) {
        addEach(filter, at, filter.group("word"), literals);
      }
    }
  }

  private static void addEach(Matcher matcher, int at, String word, List<Literal> literals) {
    String group = matcher.group("list") == null ? "one" : "list";
    int start = at + matcher.start(group);
    Matcher each = EACH.matcher(matcher.group(group));
    while (each.find()) {
      String text = each.group().substring(1, each.group().length() - 1);
      if (!text.contains("{")) { // It contains a variable.
        String plain = text.replaceAll("\\\\(.)", "$1");
        literals.add(new Literal(start + each.start(), word, plain, false));
      }
    }
  }
}
