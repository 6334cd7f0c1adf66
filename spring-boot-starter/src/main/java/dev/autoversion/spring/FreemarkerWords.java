package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.freemarker.AutoversionFreemarker;
import dev.autoversion.freemarker.AutoversionMethod;
import freemarker.template.Configuration;
import freemarker.template.TemplateModel;

/** The shared variables that a FreeMarker configuration gets. */
final class FreemarkerWords {
  private static final String WORD = AutoversionFreemarker.VARIABLE_NAME;

  private FreemarkerWords() {}

  /** A configuration that has our words is left as it is. */
  static void install(Configuration configuration, Autoversion autoversion) {
    if (Words.areIn(configuration::getSharedVariable, AutoversionMethod.class)) {
      return;
    }
    if (configuration.getSharedVariable(WORD) == null) {
      AutoversionFreemarker.install(configuration, autoversion);
    } else {
      installOthers(configuration, autoversion);
    }
  }

  /** Copies the words from a configuration that has nothing else. */
  private static void installOthers(Configuration configuration, Autoversion autoversion) {
    Configuration plain = new Configuration(configuration.getIncompatibleImprovements());
    AutoversionFreemarker.install(plain, autoversion);
    for (Object name : plain.getSharedVariableNames()) {
      String word = (String) name;
      TemplateModel ours = plain.getSharedVariable(word);
      if (Words.isOurs(ours, AutoversionMethod.class)) {
        TemplateModel present = configuration.getSharedVariable(word);
        if (present == null) {
          configuration.setSharedVariable(word, ours);
        } else {
          TakenWord.warn("FreeMarker", "shared variable", word, present.getClass());
        }
      }
    }
  }
}
