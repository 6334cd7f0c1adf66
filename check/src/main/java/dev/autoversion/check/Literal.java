package dev.autoversion.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text in a template that one of our words takes.
 *
 * @param at where it begins
 */
record Literal(int at, String word, String text) {
  private static final String SRCSET = "srcset";

  /** The references in it: of a {@code srcset} one for each candidate. */
  List<String> references() {
    Stream<String> parts =
        word.equals(SRCSET)
            ? Stream.of(text.split(",(?=\\s)|,$")).map(each -> each.strip().split("\\s")[0])
            : Stream.of(text.strip());
    return parts.filter(part -> !part.isEmpty()).toList();
  }
}
