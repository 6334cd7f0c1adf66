package dev.autoversion.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thymeleaf's links, and the attributes and elements of our dialect. */
final class ThymeleafLinks {
  // Parentheses hold parameters only at the end: not in @{/a (1).png}.
  private static final Pattern LINK =
      Pattern.compile("@\\{\\s*+'?+([^'{}$(|+]*+)'?+\\s*+(?:\\}|\\((?![^{}]*\\)\\s*[^\\s)}]))");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "[\\s\"'](?:data-)?av[:-](href|src|srcset|poster)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<av:(" + Words.OF_TAGS + ")\\b[^>]*?\\s(?:src|href)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private ThymeleafLinks() {}

  static void add(String text, List<Literal> literals) {
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      literals.add(new Literal(link.start(1), Found.LINK, unescaped(link.group(1)), true));
    }
    addValues(ATTRIBUTE.matcher(text), literals);
    addValues(ELEMENT.matcher(text), literals);
  }

  private static void addValues(Matcher tag, List<Literal> literals) {
    while (tag.find()) {
      int group = tag.group(2) != null ? 2 : 3;
      String value = tag.group(group).replaceAll("\\([^)]*\\)(?=[\\s,]|$)", "");
      boolean isLiteral = !value.startsWith("'") || value.matches("'[^']*'");
      if (isLiteral && !value.contains("{") && !value.startsWith("#")) { // Else an expression.
        String word = tag.group(1).matches("href|src|poster") ? "autoversion" : tag.group(1);
        String text = unescaped(value.replaceAll("^'|'$", ""));
        literals.add(new Literal(tag.start(group), word, text, !value.startsWith("'")));
      }
    }
  }

  private static String unescaped(String value) {
    return value.replace("&amp;", "&").replace("&#39;", "'").strip();
  }
}
