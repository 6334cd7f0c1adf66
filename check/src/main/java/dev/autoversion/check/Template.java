package dev.autoversion.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template's text.
 *
 * @param name for messages
 */
record Template(String name, String text, Syntax syntax) {
  private static final Pattern OF_THYMELEAF =
      Pattern.compile("[\\s<](?:(?:th|av):|data-(?:th|av)-)");
  private static final Pattern INLINED = Pattern.compile("\\[[\\[(][$@]\\{");

  /** The engine is recognised by the name, or else by the text. */
  static Template of(String name, String text) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    Syntax syntax =
        switch (extension) {
          case "ftl", "ftlh", "ftlx" -> Syntax.FREEMARKER;
          case "peb", "pebble", "twig", "jinja", "jinja2", "j2" -> Syntax.BRACES;
          default -> byText(text);
        };
    return new Template(name, text, syntax);
  }

  private static Syntax byText(String text) {
    if (OF_THYMELEAF.matcher(text).find()) {
      return Syntax.THYMELEAF;
    }
    if (text.contains("{{") || text.contains("{%")) {
      return Syntax.BRACES;
    }
    return INLINED.matcher(text).find() ? Syntax.THYMELEAF : Syntax.FREEMARKER;
  }

  /** The literal references in it, in the order of lines. */
  List<Reference> references() {
    List<Literal> literals = new ArrayList<>(syntax.literals(text));
    literals.sort(Comparator.comparingInt(Literal::at));
    List<Reference> found = new ArrayList<>();
    int line = 1;
    int at = 0;
    for (Literal literal : literals) {
      line += (int) text.substring(at, literal.at()).chars().filter(c -> c == '\n').count();
      at = literal.at();
      found.addAll(literal.references(name + ":" + line));
    }
    return found;
  }
}
