package dev.autoversion.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the engines made of one reference: each different URL, and who gave it.
 *
 * @param reference as a template writes it
 * @param answers one, if all engines agree
 */
public record Comparison(String reference, List<Answer> answers) {
  /**
   * One URL.
   *
   * @param url what came out
   * @param engines the labels of the engines that gave it
   */
  public record Answer(String url, List<String> engines) {
    /**
     * The URL for a page.
     *
     * @return its version marked
     */
    public Marked marked() {
      return Marked.url(url);
    }
  }

  /**
   * The reference for a page.
   *
   * @return in pieces
   */
  public Marked marked() {
    return Marked.url(reference);
  }

  /** Groups the URLs that came out for a reference, engine by engine. */
  static Comparison of(String reference, Map<Engine, String> urls) {
    Map<String, List<String>> engines = new LinkedHashMap<>();
    urls.forEach(
        (engine, url) -> engines.computeIfAbsent(url, u -> new ArrayList<>()).add(engine.label()));
    return new Comparison(
        reference,
        engines.entrySet().stream().map(e -> new Answer(e.getKey(), e.getValue())).toList());
  }

  /**
   * Whether there is one answer.
   *
   * @return false where an engine has another
   */
  public boolean agrees() {
    return answers.size() == 1;
  }
}
