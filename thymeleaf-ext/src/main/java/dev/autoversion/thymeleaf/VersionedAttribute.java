package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Contexts;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** {@code av:href="/static/a.css"} and its siblings: what stands there is a link. */
final class VersionedAttribute extends AbstractAttributeTagProcessor {
  static final int PRECEDENCE = 1000;
  private static final String DATA_URL = "data:";

  private final UrlAttribute attribute;
  private final Autoversion autoversion;

  VersionedAttribute(String dialectPrefix, UrlAttribute attribute, Autoversion autoversion) {
    super(TemplateMode.HTML, dialectPrefix, null, false, attribute.label, true, PRECEDENCE, false);
    this.attribute = attribute;
    this.autoversion = autoversion;
  }

  @Override
  protected void doProcess(
      ITemplateContext context,
      IProcessableElementTag tag,
      AttributeName name,
      @Nullable String value,
      IElementTagStructureHandler handler) {
    @Nullable Object url = value == null ? null : url(context, tag, name, value.strip());
    if (url == NoOpToken.VALUE) {
      handler.removeAttribute(name);
    } else if (url == null) {
      handler.removeAttribute(attribute.label);
      handler.removeAttribute(name);
    } else {
      handler.replaceAttribute(
          name,
          attribute.label,
          EscapedAttributeUtils.escapeAttribute(getTemplateMode(), url.toString()),
          AttributeValueQuotes.DOUBLE);
    }
  }

  private @Nullable Object url(
      ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value) {
    if (!isWritten(context, tag, name)) {
      return attribute.map(
          value, text -> versioned(context, text, base -> context.buildLink(base, null)));
    }
    if (!isExpression(value)) {
      return attribute.map(value, text -> literal(context, text));
    }
    @Nullable Object result = execute(context, value);
    if (result == null || result == NoOpToken.VALUE) {
      return result;
    }
    String contextPath = ContextPath.of(context);
    return attribute.map(result.toString(), text -> autoversion.url(text, contextPath));
  }

  private String literal(ITemplateContext context, String text) {
    if (text.isEmpty() || text.regionMatches(true, 0, DATA_URL, 0, DATA_URL.length())) {
      return text;
    }
    return versioned(
        context,
        text,
        base -> String.valueOf(execute(context, isExpression(base) ? base : "@{" + base + "}")));
  }

  private String versioned(
      ITemplateContext context, String text, UnaryOperator<String> linkBuilder) {
    String link;
    try {
      link = linkBuilder.apply(text);
    } catch (TemplateProcessingException e) {
      if (Contexts.isWebContext(context) || !ContextPath.isRooted(text)) {
        throw e;
      }
      // Thymeleaf's own link builder refuses without a request: there is no context path to add.
      link = linkBuilder.apply("~" + text);
    }
    return autoversion.url(link, ContextPath.of(context, text, link));
  }

  /**
   * Whether the value was written in the template. Another one was put there by an attribute like
   * {@code th:data-av-href}: it is data, and data is never an expression.
   */
  private static boolean isWritten(
      ITemplateContext context, IProcessableElementTag tag, AttributeName name) {
    List<IProcessableElementTag> asWritten = context.getElementStack();
    if (asWritten.isEmpty()) {
      return false;
    }
    @Nullable IAttribute written = asWritten.get(asWritten.size() - 1).getAttribute(name);
    return written != null && Objects.equals(written.getValue(), tag.getAttributeValue(name));
  }

  private static boolean isExpression(String text) {
    return text.equals("_")
        || text.startsWith("'")
        || text.startsWith("|")
        || text.startsWith("(")
        || (text.startsWith("{", 1) && "$*#@~".indexOf(text.charAt(0)) >= 0);
  }

  private static @Nullable Object execute(ITemplateContext context, String expression) {
    // As restricted as th:href is: no request parameters, no statics.
    return StandardExpressions.getExpressionParser(context.getConfiguration())
        .parseExpression(context, expression)
        .execute(context, StandardExpressionExecutionContext.RESTRICTED);
  }
}
