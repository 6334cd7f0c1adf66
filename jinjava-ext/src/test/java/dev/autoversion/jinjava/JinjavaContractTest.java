package dev.autoversion.jinjava;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import dev.autoversion.Autoversion;
import dev.autoversion.EngineContract;
import java.util.Map;

/** The contract, written with the filter. */
class JinjavaContractTest extends EngineContract {
  /** The settings of the engine under test. */
  JinjavaConfig.Builder config() {
    return JinjavaConfig.newBuilder();
  }

  @Override
  protected Engine engine(Autoversion autoversion) {
    return engine(autoversion, config());
  }

  @Override
  protected Engine strictEngine(Autoversion autoversion) {
    return engine(autoversion, config().withFailOnUnknownTokens(true));
  }

  private static Engine engine(Autoversion autoversion, JinjavaConfig.Builder config) {
    Jinjava jinjava = new Jinjava(config.build());
    jinjava.getGlobalContext().setAutoEscape(true);
    AutoversionJinjava.install(jinjava, autoversion);
    return (templates, model) -> render(jinjava, templates, model);
  }

  // A template that is rendered has no name in this engine, one that is included has.
  private static String render(
      Jinjava jinjava, Map<String, String> templates, Map<String, Object> model) {
    jinjava.setResourceLocator((name, encoding, interpreter) -> templates.get(name));
    return jinjava.render("{% include '" + PAGE + "' %}", model);
  }

  @Override
  protected String name() {
    return "Jinjava";
  }

  @Override
  protected boolean strictFails() {
    return true;
  }

  @Override
  protected String print(String variable) {
    return "{{ " + variable + "|autoversion }}";
  }

  @Override
  protected String printLiteral(String reference) {
    return print("\"" + reference + "\"");
  }

  @Override
  protected String printRaw(String variable) {
    return "{{ " + variable + "|autoversion|safe }}";
  }

  @Override
  protected String printSafe(String variable) {
    return "{{ " + variable + "|safe|autoversion }}";
  }

  @Override
  protected String printTwice(String variable) {
    return "{{ " + variable + "|autoversion|autoversion }}";
  }

  @Override
  protected String printOrElse(String variable, String otherwise) {
    return "{{ " + variable + "|autoversion|default('" + otherwise + "') }}";
  }

  @Override
  protected String printList(String variable) {
    return "{{ " + variable + "|autoversion|join(', ') }}";
  }

  @Override
  protected String printConcatenation(String variable) {
    return print("('/s/' ~ " + variable + ")");
  }

  @Override
  protected String loop(String listVariable) {
    return "{% for each in " + listVariable + " %}" + print("each") + ";{% endfor %}";
  }

  @Override
  protected String macro(String variable) {
    return "{% macro link(url) %}" + print("url") + "{% endmacro %}{{ link(" + variable + ") }}";
  }

  @Override
  protected String include(String template) {
    return "{% include '" + template + "' %}";
  }

  @Override
  protected String text(String word, String variable) {
    return "{{ " + variable + "|" + word + " }}";
  }

  @Override
  protected String textOrElse(String word, String variable, String otherwise) {
    return "{{ " + variable + "|" + word + "|default('" + otherwise + "') }}";
  }

  @Override
  protected String textList(String word, String variable) {
    return "{{ " + variable + "|" + word + "|join(', ') }}";
  }

  @Override
  protected String tags(String word, String variable) {
    return text(word, variable);
  }

  @Override
  protected String tags(String word, String variable, String attributesVariable) {
    return "{{ " + variable + "|" + word + "(" + attributesVariable + ") }}";
  }

  @Override
  protected String tagsOrElse(String word, String variable, String otherwise) {
    return textOrElse(word, variable, otherwise);
  }

  @Override
  protected String position(int line) {
    return "`" + PAGE + "` on line " + line;
  }
}
