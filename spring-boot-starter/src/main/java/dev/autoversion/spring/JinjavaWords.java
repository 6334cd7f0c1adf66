package dev.autoversion.spring;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import dev.autoversion.Autoversion;
import dev.autoversion.jinjava.AutoversionFilter;
import dev.autoversion.jinjava.AutoversionJinjava;

/** The filters and functions that a Jinjava engine gets. */
final class JinjavaWords {
  private static final String WORD = "autoversion";

  private JinjavaWords() {}

  /** An engine that has our filters is left as it is. */
  static void install(Jinjava engine, Autoversion autoversion) {
    Context known = engine.getGlobalContext();
    if (Words.areIn(known::getFilter, AutoversionFilter.class)) {
      return;
    }
    if (known.getFilter(WORD) == null && known.getFunction(":" + WORD) == null) {
      AutoversionJinjava.install(engine, autoversion);
    } else {
      installOthers(engine, autoversion);
    }
  }

  /** Copies the words from an engine that has nothing else. */
  private static void installOthers(Jinjava engine, Autoversion autoversion) {
    Jinjava plain = new Jinjava();
    AutoversionJinjava.install(plain, autoversion);
    Context ours = plain.getGlobalContext();
    Words.all().forEach(word -> copy(word, ours, engine));
  }

  private static void copy(String word, Context ours, Jinjava engine) {
    Context known = engine.getGlobalContext();
    Filter filter = known.getFilter(word);
    if (filter == null) {
      known.registerFilter(ours.getFilter(word));
    } else {
      TakenWord.warn("Jinjava", "filter", word, filter.getClass());
    }
    ELFunctionDefinition function = known.getFunction(":" + word);
    if (function != null) {
      TakenWord.warn("Jinjava", "function", word, function.getMethod().getDeclaringClass());
    } else if (known.getFilter(WORD) instanceof AutoversionFilter) { // All functions ask it.
      known.registerFunction(ours.getFunction(":" + word));
    }
  }
}
