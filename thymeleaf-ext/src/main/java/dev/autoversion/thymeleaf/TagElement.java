package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import dev.autoversion.page.TagWord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** {@code <av:entrypoint src="/build/main.js" nonce="…"/>}: the tags replace it. */
final class TagElement extends AbstractElementTagProcessor {
  private static final int PRECEDENCE = 1000;

  private final TagWord word;
  private final Autoversion autoversion;

  TagElement(String dialectPrefix, TagWord word, Autoversion autoversion) {
    super(TemplateMode.HTML, dialectPrefix, word.label(), true, null, false, PRECEDENCE);
    this.word = word;
    this.autoversion = autoversion;
  }

  @Override
  protected void doProcess(
      ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler handler) {
    String label = word == TagWord.PRELOAD ? "href" : "src";
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    for (IAttribute each : tag.getAllAttributes()) {
      String name = each.getAttributeCompleteName().toLowerCase(Locale.ROOT);
      if (!name.startsWith("xmlns:")) {
        attributes.put(name, name.equals(label) ? each : value(context, tag, each));
      }
    }
    if (!(attributes.remove(label) instanceof IAttribute references)) {
      throw new IllegalArgumentException(
          word.label() + " needs a reference, as in " + label + "=\"/static/app.js\"");
    }
    @Nullable String html = html(context, tag, references, attributes);
    if (html == null) {
      handler.removeElement();
    } else {
      IModelFactory factory = context.getModelFactory();
      handler.replaceWith(factory.createModel(factory.createText(html)), false);
    }
  }

  /** Null where an expression gives null. */
  private @Nullable String html(
      ITemplateContext context,
      IProcessableElementTag tag,
      IAttribute attribute,
      Map<String, @Nullable Object> attributes) {
    String text = text(attribute).strip();
    boolean isWritten =
        Expressions.isWritten(context, tag, attribute.getAttributeDefinition().getAttributeName());
    String literal = isWritten ? literal(text) : null;
    if (literal != null) {
      // Not by a link builder: that would give the published file, which is not an entry.
      String contextPath = ContextPath.ofLinks(context);
      String reference =
          ContextPath.isRooted(literal)
              ? contextPath + literal
              : literal.startsWith("~/") ? literal.substring(1) : literal;
      return word.html(page(context, contextPath), reference, attributes);
    }
    @Nullable Object references = isWritten ? Expressions.execute(context, text) : text;
    return references == null || references == NoOpToken.VALUE
        ? null
        : word.html(page(context, ContextPath.of(context)), references, attributes);
  }

  private Page page(ITemplateContext context, String contextPath) {
    return new Page(autoversion, contextPath, () -> Place.of(context));
  }

  /** The text that is, or would be, inside {@code @{…}}; null if it must be evaluated. */
  private static @Nullable String literal(String text) {
    if (!Expressions.isExpression(text) && text.indexOf('{') < 0) {
      return text;
    }
    String inner =
        text.startsWith("@{") && text.endsWith("}") ? text.substring(2, text.length() - 1) : "";
    boolean plain = !inner.isEmpty() && inner.chars().allMatch(c -> "{}()$'|".indexOf(c) < 0);
    return plain ? inner : null;
  }

  private static @Nullable Object value(
      ITemplateContext context, IProcessableElementTag tag, IAttribute attribute) {
    if (attribute.getValue() == null) {
      return true;
    }
    String text = text(attribute);
    boolean isMediaQuery = text.startsWith("(") && text.indexOf('{') < 0; // (min-width: 40em)
    boolean isExpression =
        !isMediaQuery
            && Expressions.isExpression(text)
            && Expressions.isWritten(
                context, tag, attribute.getAttributeDefinition().getAttributeName());
    @Nullable Object value = isExpression ? Expressions.execute(context, text) : text;
    return value == NoOpToken.VALUE ? null : value;
  }

  private static String text(IAttribute attribute) {
    @Nullable String escaped = attribute.getValue();
    return escaped == null
        ? ""
        : EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, escaped);
  }
}
