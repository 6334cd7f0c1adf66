package dev.autoversion;

import java.util.Map;

/** How an engine is set up and how its templates are written, word by word. */
public abstract class EngineTemplates {
  /** The name of the template that is rendered, which error messages must repeat. */
  protected static final String PAGE = "page";

  /** An engine with HTML escaping, ready to render. */
  @FunctionalInterface
  protected interface Engine {
    /**
     * Renders the template named {@link #PAGE}; the others are there to be included. Where an
     * engine writes other references for the same characters than {@code &amp; &lt; &gt; &quot;
     * &#39;}, its test replaces them in the result.
     */
    String render(Map<String, String> templates, Map<String, Object> model) throws Exception;
  }

  /** The engine's name, as {@link OtherValues} has it: {@code Pebble}. */
  protected abstract String name();

  /** An engine as a user would set it up, with HTML escaping on. */
  protected abstract Engine engine(Autoversion autoversion);

  /**
   * An engine that complains about undefined variables, or the usual one where there is no such.
   */
  protected abstract Engine strictEngine(Autoversion autoversion);

  /** Whether {@link #strictEngine} fails for an undefined variable. */
  protected abstract boolean strictFails();

  // The word autoversion.

  /** {@code {{ path | autoversion }}} */
  protected abstract String print(String variable);

  /** {@code {{ "/s/a.css" | autoversion }}} */
  protected abstract String printLiteral(String reference);

  /** The same, written into the page without escaping. */
  protected abstract String printRaw(String variable);

  /** Marks the variable as safe markup first. */
  protected abstract String printSafe(String variable);

  /** Versions what is versioned already. */
  protected abstract String printTwice(String variable);

  /** Prints the versioned variable, or a text where it is null. */
  protected abstract String printOrElse(String variable, String otherwise);

  /** Versions each element of a list and joins the results with a comma and a space. */
  protected abstract String printList(String variable);

  /** Versions {@code '/s/'} and the variable put together, as the documentation advises. */
  protected abstract String printConcatenation(String variable);

  /** A loop over a list that prints each versioned element and a semicolon. */
  protected abstract String loop(String listVariable);

  /** A macro that prints its versioned parameter, and a call of it with the variable. */
  protected abstract String macro(String variable);

  /** Includes another template. */
  protected abstract String include(String template);

  // The words that give text: integrity and srcset.

  /** {@code {{ integrity(path) }}}, escaped as all text is. */
  protected abstract String text(String word, String variable);

  /** Prints what a word gives, or a text where that is null. */
  protected abstract String textOrElse(String word, String variable, String otherwise);

  /** What a word gives for each element of a list, joined with a comma and a space. */
  protected abstract String textList(String word, String variable);

  // The words that give tags: entrypoint and preload.

  /** {@code {{ entrypoint(path) }}} */
  protected abstract String tags(String word, String variable);

  /** {@code {{ entrypoint(path, attributes) }}} */
  protected abstract String tags(String word, String variable, String attributesVariable);

  /** Prints tags, or a text where they are null. */
  protected abstract String tagsOrElse(String word, String variable, String otherwise);

  /** How the engine's error messages name a line of {@link #PAGE}: {@code (page:2)}. */
  protected abstract String position(int line);
}
