package dev.autoversion.check;

import dev.autoversion.page.Srcset;
import dev.autoversion.page.TextWord;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in a template that one of our words takes.
 *
 * @param at where it begins
 * @param link whether it is text as inside Thymeleaf's {@code @{…}}
 */
record Literal(int at, String word, String text, boolean link) {
  /** The references in it; for a {@code srcset}, one for each candidate. */
  List<Reference> references(String place) {
    List<String> parts =
        word.equals(TextWord.SRCSET.label()) ? candidates() : List.of(text.strip());
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .map(part -> reference(place, part))
        .toList();
  }

  private List<String> candidates() {
    List<String> urls = new ArrayList<>();
    Srcset.map(
        text,
        url -> {
          urls.add(url);
          return url;
        });
    return urls;
  }

  /** Thymeleaf puts the context path before a link, unless the link begins with a tilde. */
  private Reference reference(String place, String part) {
    boolean whole = link && part.startsWith("~");
    return new Reference(place, word, whole ? part.substring(1) : part, link && !whole);
  }
}
