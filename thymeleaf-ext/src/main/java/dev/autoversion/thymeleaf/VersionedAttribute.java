package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Contexts;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** {@code av:href="/static/a.css"} and its siblings: the value is a link. */
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
    if (!Expressions.isWritten(context, tag, name)) {
      return attribute.map(
          value, text -> versioned(context, text, base -> context.buildLink(base, null)));
    }
    if (!Expressions.isExpression(value)) {
      return attribute.map(value, text -> literal(context, text));
    }
    @Nullable Object result = Expressions.execute(context, value);
    if (result == null || result == NoOpToken.VALUE) {
      return result;
    }
    String contextPath = ContextPath.of(context);
    return attribute.map(
        result.toString(), text -> CurrentLink.url(autoversion, context, text, contextPath));
  }

  private String literal(ITemplateContext context, String text) {
    if (text.isEmpty() || text.regionMatches(true, 0, DATA_URL, 0, DATA_URL.length())) {
      return text;
    }
    return versioned(context, text, base -> String.valueOf(Expressions.execute(context, base)));
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
      // Thymeleaf's own link builder throws without a request: there is no context path to add.
      link = linkBuilder.apply("~" + text);
    }
    return CurrentLink.url(autoversion, context, link, ContextPath.of(context, text, link));
  }
}
