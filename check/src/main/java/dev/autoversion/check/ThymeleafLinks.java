package dev.autoversion.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thymeleaf's links, and the attributes and elements of our dialect. */
final class ThymeleafLinks {
  // Parentheses hold parameters only at the end: not in @{/a (1).png}.
  private static final Pattern LINK =
      Pattern.compile("@\\{\\s*+'?+([^'{}$(|+]*+)'?+\\s*+(?:\\}|\\((?![^{}]*\\)\\s*[^\\s)}]))");
  private static final String VALUE = "\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+)";
  private static final Pattern ATTRIBUTE =
      Pattern.compile("[\\s\"'](?:av:|data-av-)(href|src|srcset|poster)" + VALUE);
  private static final Pattern ELEMENT =
      Pattern.compile("<av[:-](" + Words.OF_TAGS + ")\\b(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+");
  private static final Pattern OF_ELEMENT = Pattern.compile("\\s(?:src|href)" + VALUE);

  private ThymeleafLinks() {}

  static void add(String text, List<Literal> literals) {
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      literals.add(new Literal(link.start(1), Reference.LINK, unescaped(link.group(1)), true));
    }
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      String word = attribute.group(1).equals("srcset") ? "srcset" : "autoversion";
      addValue(word, attribute.start(2), attribute.group(2), literals);
    }
    Matcher element = ELEMENT.matcher(text);
    while (element.find()) {
      Matcher own = OF_ELEMENT.matcher(text).region(element.start(), element.end());
      if (own.find()) {
        addValue(element.group(1), own.start(1), own.group(1), literals);
      }
    }
  }

  private static void addValue(String word, int at, String quoted, List<Literal> literals) {
    String value =
        quoted
            .replaceAll("(?s)^([\"'])(.*)\\1$", "$2")
            .replaceAll("\\([^()]*\\)(?=[\\s,]|$)", ""); // Parameters.
    boolean isLiteral = !value.startsWith("'") || value.matches("'[^']*'");
    if (isLiteral && !value.contains("{") && !value.startsWith("#")) { // Else an expression.
      String text = unescaped(value.replaceAll("^'|'$", ""));
      literals.add(new Literal(at, word, text, !value.startsWith("'")));
    }
  }

  private static String unescaped(String value) {
    return value.replace("&amp;", "&").replace("&#39;", "'").strip();
  }
}
