package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** {@code <link href="/static/a.css" av:version>}: versions the URLs in the tag. */
final class VersionFlag extends AbstractAttributeTagProcessor {
  static final int PRECEDENCE = VersionedAttribute.PRECEDENCE + 1;

  private final Autoversion autoversion;

  VersionFlag(String dialectPrefix, Autoversion autoversion) {
    super(TemplateMode.HTML, dialectPrefix, null, false, "version", true, PRECEDENCE, true);
    this.autoversion = autoversion;
  }

  @Override
  protected void doProcess(
      ITemplateContext context,
      IProcessableElementTag tag,
      AttributeName name,
      @Nullable String value,
      IElementTagStructureHandler handler) {
    String contextPath = ContextPath.of(context);
    for (UrlAttribute attribute : UrlAttribute.values()) {
      @Nullable String escaped = tag.getAttributeValue(attribute.label);
      if (escaped != null) {
        String text = EscapedAttributeUtils.unescapeAttribute(getTemplateMode(), escaped);
        String url =
            attribute.map(
                text, reference -> CurrentLink.url(autoversion, context, reference, contextPath));
        if (!url.equals(text)) {
          handler.setAttribute(
              attribute.label,
              EscapedAttributeUtils.escapeAttribute(getTemplateMode(), url),
              AttributeValueQuotes.DOUBLE);
        }
      }
    }
  }
}
