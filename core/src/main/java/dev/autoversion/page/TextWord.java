package dev.autoversion.page;

import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A word, in every template engine, that gives text for text: {@code {{ integrity("/static/a.js")
 * }}}. The engine escapes the result, and applies the word to each element of a list; null stays
 * null. Adapters to engines register each word under its {@link #label}.
 */
public enum TextWord {
  /** {@code integrity("/static/a.js")} gives {@code sha384-…}, or "" if there is none. */
  INTEGRITY(Page::integrity),
  /** {@code srcset("/a.png 1x, /b.png 2x")} gives both with their versions. */
  SRCSET(Page::srcset);

  private final BiFunction<Page, String, String> making;

  TextWord(BiFunction<Page, String, String> making) {
    this.making = making;
  }

  /** {@return the word as templates write it: {@code integrity}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The result for a text.
   *
   * @param page the page that it is for
   * @param text the text, not HTML-escaped
   * @return the result, not HTML-escaped
   * @throws dev.autoversion.MissingAssetException if one is missing and {@code OnMissing.FAIL} was
   *     chosen; integrity is "" then
   */
  public String of(Page page, String text) {
    return making.apply(page, text);
  }
}
