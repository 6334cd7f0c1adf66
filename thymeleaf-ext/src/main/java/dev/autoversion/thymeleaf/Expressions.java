package dev.autoversion.thymeleaf;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/** Tells which of our attributes contain an expression, and evaluates it. */
final class Expressions {
  private Expressions() {}

  /**
   * Whether the value was written in the template. If not, an attribute like {@code
   * th:data-av-href} put it there: it is data, and data is never an expression.
   */
  static boolean isWritten(
      ITemplateContext context, IProcessableElementTag tag, AttributeName name) {
    List<IProcessableElementTag> asWritten = context.getElementStack();
    @Nullable IAttribute written = asWritten.get(asWritten.size() - 1).getAttribute(name);
    return written != null && Objects.equals(written.getValue(), tag.getAttributeValue(name));
  }

  static boolean isExpression(String text) {
    return text.equals("_")
        || text.startsWith("'")
        || text.startsWith("|")
        || text.startsWith("(")
        || (text.startsWith("{", 1) && "$*#@~".indexOf(text.charAt(0)) >= 0);
  }

  /** What an expression gives; a text that is not one is used as if inside {@code @{…}}. */
  static @Nullable Object execute(ITemplateContext context, String text) {
    String expression = isExpression(text) ? text : "@{" + text + "}";
    // As restricted as th:href is: no request parameters, no statics.
    return StandardExpressions.getExpressionParser(context.getConfiguration())
        .parseExpression(context, expression)
        .execute(context, StandardExpressionExecutionContext.RESTRICTED);
  }
}
