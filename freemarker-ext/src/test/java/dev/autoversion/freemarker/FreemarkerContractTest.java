package dev.autoversion.freemarker;

import dev.autoversion.Autoversion;
import dev.autoversion.EngineContract;
import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class FreemarkerContractTest extends EngineContract {
  /** One configuration for each set of templates, so that a second rendering meets a cached one. */
  @Override
  protected Engine engine(Autoversion autoversion) {
    Map<Map<String, String>, Configuration> configurations = new ConcurrentHashMap<>();
    return (templates, model) -> {
      Configuration configuration =
          configurations.computeIfAbsent(templates, t -> configuration(autoversion, templates));
      StringWriter page = new StringWriter();
      configuration.getTemplate(PAGE).process(model, page);
      return page.toString();
    };
  }

  /** FreeMarker is always strict. */
  @Override
  protected Engine strictEngine(Autoversion autoversion) {
    return engine(autoversion);
  }

  @Override
  protected String name() {
    return "FreeMarker";
  }

  @Override
  protected boolean strictFails() {
    return true;
  }

  @Override
  protected String print(String variable) {
    return "${autoversion(" + variable + ")}";
  }

  @Override
  protected String printLiteral(String reference) {
    return "${autoversion(\"" + reference + "\")}";
  }

  @Override
  protected String printRaw(String variable) {
    return "${autoversion(" + variable + ")?no_esc}";
  }

  @Override
  protected String printSafe(String variable) {
    return "${autoversion(" + variable + "?no_esc)}";
  }

  @Override
  protected String printTwice(String variable) {
    return "${autoversion(autoversion(" + variable + "))}";
  }

  @Override
  protected String printOrElse(String variable, String otherwise) {
    return "${autoversion(" + variable + ")!\"" + otherwise + "\"}";
  }

  @Override
  protected String printList(String variable) {
    return "${autoversion(" + variable + ")?join(\", \")}";
  }

  @Override
  protected String printConcatenation(String variable) {
    return "${autoversion(\"/s/\" + " + variable + ")}";
  }

  @Override
  protected String loop(String listVariable) {
    return "<#list " + listVariable + " as each>${autoversion(each)};</#list>";
  }

  @Override
  protected String macro(String variable) {
    return "<#macro link path>${autoversion(path)}</#macro><@link path=" + variable + "/>";
  }

  @Override
  protected String include(String template) {
    return "<#include \"" + template + "\">";
  }

  @Override
  protected String text(String word, String variable) {
    return "${" + word + "(" + variable + ")}";
  }

  @Override
  protected String textOrElse(String word, String variable, String otherwise) {
    return "${" + word + "(" + variable + ")!\"" + otherwise + "\"}";
  }

  @Override
  protected String textList(String word, String variable) {
    return "${" + word + "(" + variable + ")?join(\", \")}";
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
    return textOrElse(word, variable, otherwise);
  }

  @Override
  protected String position(int line) {
    return "[in template \"" + PAGE + "\" at line " + line;
  }

  private static Configuration configuration(
      Autoversion autoversion, Map<String, String> templates) {
    StringTemplateLoader loader = new StringTemplateLoader();
    templates.forEach(loader::putTemplate);
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_28);
    configuration.setTemplateLoader(loader);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    AutoversionFreemarker.install(configuration, autoversion);
    return configuration;
  }
}
