package dev.autoversion.thymeleaf;

import java.util.List;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;

/** Where a template is being rendered: {@code cart:12}. */
final class Place {
  private Place() {}

  /** The innermost tag; for text, the engine's own tag around it. */
  static String of(IExpressionContext context) {
    if (!(context instanceof ITemplateContext template)) {
      return "";
    }
    List<IProcessableElementTag> tags = template.getElementStack();
    return tags.isEmpty() ? "" : of(tags.get(tags.size() - 1));
  }

  private static String of(IProcessableElementTag tag) {
    return tag.hasLocation() ? tag.getTemplateName() + ":" + tag.getLine() : tag.getTemplateName();
  }
}
