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
  private static final String TEXT_OR_NAME = "(?:r?" + TEXT + "|[\\w.]++)"; // r"…" is FreeMarker's.
  private static final String LIST =
      "[\\[{]\\s*" + TEXT_OR_NAME + "(?:\\s*,\\s*" + TEXT_OR_NAME + ")*+\\s*[\\]}]";
  private static final String DEFAULT =
      "\\bdefault\\s*\\(\\s*" + TEXT + "\\s*(?:,\\s*\\w+\\s*)?\\)";
  private static final String GIVEN = "(?<given>" + LIST + "|" + TEXT + "|" + DEFAULT + ")\\s*";
  // Before it, Pebble's name of the argument, or what it stands in for: autoversion(x!"/a.css").
  private static final String BEFORE = "(?:[\\w.]++\\s*(?:[=!|]|\\?:)\\s*)?r?";
  // Another name may end with one of ours.
  private static final Pattern CALL =
      Pattern.compile(
          ("(?:#autoversion\\.(?<expression>urls?|W)|(?<![\\w$.#-])(?<word>W))\\s*\\(\\s*"
                  + BEFORE
                  + GIVEN
                  + "(?=[,)])")
              .replace("W", WORDS),
          Pattern.DOTALL);
  // An operator before it makes it only the end of a longer text.
  private static final Pattern FILTER =
      Pattern.compile(
          ("(?<operator>[~+.]\\s*)?"
                  + GIVEN
                  + "(?:\\|\\s*(?:map\\s*\\(\\s*[\"'])?|\\?\\s*map\\s*\\(\\s*)(?<word>W)(?![\\w(])")
              .replace("W", WORDS),
          Pattern.DOTALL);
  private static final Pattern EACH = Pattern.compile(TEXT, Pattern.DOTALL);

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
      if (filter.group("operator") == null) {
        addEach(filter, at, filter.group("word"), literals);
      }
    }
  }

  private static void addEach(Matcher matcher, int at, String word, List<Literal> literals) {
    int start = at + matcher.start("given");
    Matcher each = EACH.matcher(matcher.group("given"));
    while (each.find()) {
      String text = each.group().substring(1, each.group().length() - 1);
      if (!text.contains("{")) { // It contains a variable.
        String plain = text.replaceAll("\\\\(.)", "$1");
        literals.add(new Literal(start + each.start(), word, plain, false));
      }
    }
  }
}
