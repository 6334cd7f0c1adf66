package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.EngineContract;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

class ThymeleafContractTest extends EngineContract {
  @Override
  protected Engine engine(Autoversion autoversion) {
    Templates all = new Templates(TemplateMode.HTML);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(all);
    AutoversionDialect.install(engine, autoversion);
    return (templates, model) -> {
      templates.forEach(all::put);
      return engine.process(PAGE, new Context(Locale.ENGLISH, model));
    };
  }

  @Override
  protected Engine strictEngine(Autoversion autoversion) {
    return engine(autoversion);
  }

  @Override
  protected String name() {
    return "Thymeleaf";
  }

  @Override
  protected boolean strictFails() {
    return false;
  }

  @Override
  protected String print(String variable) {
    return "[[${#autoversion.url(" + variable + ")}]]";
  }

  @Override
  protected String printLiteral(String reference) {
    return "[[${#autoversion.url('" + reference + "')}]]";
  }

  @Override
  protected String printRaw(String variable) {
    return "[(${#autoversion.url(" + variable + ")})]";
  }

  /** Thymeleaf has no safe text, only output that is not escaped. */
  @Override
  protected String printSafe(String variable) {
    return printRaw(variable);
  }

  @Override
  protected String printTwice(String variable) {
    return "[[${#autoversion.url(#autoversion.url(" + variable + "))}]]";
  }

  @Override
  protected String printOrElse(String variable, String otherwise) {
    return "[[${#autoversion.url(" + variable + ")} ?: '" + otherwise + "']]";
  }

  @Override
  protected String printList(String variable) {
    return "[[${#strings.listJoin(#autoversion.urls(" + variable + "), ', ')}]]";
  }

  @Override
  protected String printConcatenation(String variable) {
    return "[[${#autoversion.url('/s/' + " + variable + ")}]]";
  }

  @Override
  protected String loop(String listVariable) {
    return "<th:block th:each=\"u : ${" + listVariable + "}\">" + print("u") + ";</th:block>";
  }

  @Override
  protected String macro(String variable) {
    return "<th:block th:if=\"false\"><th:block th:fragment=\"link(u)\">"
        + print("u")
        + "</th:block></th:block><th:block th:replace=\"~{:: link(${"
        + variable
        + "})}\"></th:block>";
  }

  @Override
  protected String include(String template) {
    return "<th:block th:insert=\"~{" + template + "}\"></th:block>";
  }

  @Override
  protected String text(String word, String variable) {
    return "[[${#autoversion." + word + "(" + variable + ")}]]";
  }

  @Override
  protected String textOrElse(String word, String variable, String otherwise) {
    return "[[${#autoversion." + word + "(" + variable + ")} ?: '" + otherwise + "']]";
  }

  @Override
  protected String textList(String word, String variable) {
    return "[[${#strings.listJoin(#autoversion." + word + "(" + variable + "), ', ')}]]";
  }

  @Override
  protected String tags(String word, String variable) {
    return "[(${#autoversion." + word + "(" + variable + ")})]";
  }

  @Override
  protected String tags(String word, String variable, String attributesVariable) {
    return tags(word, variable + ", " + attributesVariable);
  }

  @Override
  protected String tagsOrElse(String word, String variable, String otherwise) {
    return "[(${#autoversion." + word + "(" + variable + ")} ?: '" + otherwise + "')]";
  }

  @Override
  protected String position(int line) {
    return "(template: \"" + PAGE + "\" - line " + line + ",";
  }
}
