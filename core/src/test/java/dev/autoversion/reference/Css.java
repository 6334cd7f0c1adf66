package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of the tables of stylesheets. */
final class Css {
  private Css() {}

  /** A stylesheet and the values of the references in it. */
  static Arguments css(String css, String... values) {
    return arguments(css, List.of(values));
  }

  static List<String> values(String css) {
    return values(css.getBytes(UTF_8));
  }

  static List<String> values(byte[] css) {
    return Stylesheet.of(css).references().stream().map(Reference::value).toList();
  }
}
