package dev.autoversion.pebble;

import dev.autoversion.Autoversion;
import dev.autoversion.EngineContract;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class PebbleContractTest extends EngineContract {
  @Override
  protected Engine engine(Autoversion autoversion) {
    return engine(autoversion, false);
  }

  @Override
  protected Engine strictEngine(Autoversion autoversion) {
    return engine(autoversion, true);
  }

  @Override
  protected String name() {
    return "Pebble";
  }

  @Override
  protected boolean strictFails() {
    return true;
  }

  @Override
  protected String print(String variable) {
    return "{{ " + variable + " | autoversion }}";
  }

  @Override
  protected String printLiteral(String reference) {
    return "{{ \"" + reference + "\" | autoversion }}";
  }

  @Override
  protected String printRaw(String variable) {
    return "{{ " + variable + " | autoversion | raw }}";
  }

  @Override
  protected String printSafe(String variable) {
    return "{{ autoversion(" + variable + " | raw) }}";
  }

  @Override
  protected String printTwice(String variable) {
    return "{{ autoversion(" + variable + " | autoversion) | autoversion }}";
  }

  @Override
  protected String printOrElse(String variable, String otherwise) {
    return "{{ " + variable + " | autoversion | default(\"" + otherwise + "\") }}";
  }

  @Override
  protected String printList(String variable) {
    return "{{ " + variable + " | autoversion | join(\", \") }}";
  }

  @Override
  protected String printConcatenation(String variable) {
    return "{{ (\"/s/\" ~ " + variable + ") | autoversion }}";
  }

  @Override
  protected String loop(String listVariable) {
    return "{% for each in " + listVariable + " %}{{ each | autoversion }};{% endfor %}";
  }

  @Override
  protected String macro(String variable) {
    return "{% macro link(path) %}{{ path | autoversion }}{% endmacro %}{{ link("
        + variable
        + ") }}";
  }

  @Override
  protected String include(String template) {
    return "{% include \"" + template + "\" %}";
  }

  @Override
  protected String text(String word, String variable) {
    return "{{ " + word + "(" + variable + ") }}";
  }

  @Override
  protected String textOrElse(String word, String variable, String otherwise) {
    return "{{ " + variable + " | " + word + " | default(\"" + otherwise + "\") }}";
  }

  @Override
  protected String textList(String word, String variable) {
    return "{{ " + variable + " | " + word + " | join(\", \") }}";
  }

  @Override
  protected String tags(String word, String variable) {
    return text(word, variable);
  }

  @Override
  protected String tags(String word, String variable, String attributesVariable) {
    return text(word, variable + ", " + attributesVariable);
  }

  @Override
  protected String tagsOrElse(String word, String variable, String otherwise) {
    return "{{ " + word + "(" + variable + ") | default(\"" + otherwise + "\") }}";
  }

  @Override
  protected String position(int line) {
    return "(" + PAGE + ":" + line + ")";
  }

  /** One engine for each set of templates, so that a second rendering meets a cached template. */
  private static Engine engine(Autoversion autoversion, boolean strict) {
    Map<Map<String, String>, PebbleEngine> engines = new ConcurrentHashMap<>();
    return (templates, model) -> {
      PebbleEngine engine =
          engines.computeIfAbsent(templates, t -> pebble(autoversion, strict, templates));
      StringWriter page = new StringWriter();
      engine.getTemplate(PAGE).evaluate(page, model);
      return page.toString();
    };
  }

  private static PebbleEngine pebble(
      Autoversion autoversion, boolean strict, Map<String, String> templates) {
    MemoryLoader loader = new MemoryLoader();
    templates.forEach(loader::addTemplate);
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(strict)
        .extension(new AutoversionExtension(autoversion))
        .build();
  }
}
