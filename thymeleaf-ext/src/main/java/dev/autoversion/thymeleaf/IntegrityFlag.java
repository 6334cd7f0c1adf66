package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.page.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** {@code <script th:src="@{/static/a.js}" av:integrity>}: adds the file's integrity. */
final class IntegrityFlag extends AbstractAttributeTagProcessor {
  private static final int PRECEDENCE = VersionFlag.PRECEDENCE + 1;

  private final Autoversion autoversion;

  IntegrityFlag(String dialectPrefix, Autoversion autoversion) {
    super(TemplateMode.HTML, dialectPrefix, null, false, "integrity", true, PRECEDENCE, true);
    this.autoversion = autoversion;
  }

  @Override
  protected void doProcess(
      ITemplateContext context,
      IProcessableElementTag tag,
      AttributeName name,
      @Nullable String value,
      IElementTagStructureHandler handler) {
    @Nullable String escaped = tag.getAttributeValue(attribute(tag, name));
    if (escaped == null || !isChecked(tag)) {
      return;
    }
    String url = EscapedAttributeUtils.unescapeAttribute(getTemplateMode(), escaped);
    String integrity = new Page(autoversion, ContextPath.of(context)).integrityAt(url);
    if (!integrity.isEmpty()) {
      set(handler, "integrity", integrity);
      if (!tag.hasAttribute("crossorigin")) {
        set(handler, "crossorigin", "anonymous");
      }
    }
  }

  /** The attribute whose file is checked; browsers only check those of scripts and links. */
  private static String attribute(IProcessableElementTag tag, AttributeName name) {
    return switch (tag.getElementCompleteName().toLowerCase(Locale.ROOT)) {
      case "script" -> "src";
      case "link" -> "href";
      default ->
          throw new IllegalArgumentException(
              name.getCompleteAttributeNames()[0]
                  + " stands in a script or a link, unlike '"
                  + tag.getElementCompleteName()
                  + "'");
    };
  }

  /** Of preloads, browsers check only these; with crossorigin, an image would load twice. */
  private static boolean isChecked(IProcessableElementTag tag) {
    @Nullable String as = tag.getAttributeValue("as");
    return as == null || as.equalsIgnoreCase("script") || as.equalsIgnoreCase("style");
  }

  private void set(IElementTagStructureHandler handler, String name, String value) {
    handler.setAttribute(
        name,
        EscapedAttributeUtils.escapeAttribute(getTemplateMode(), value),
        AttributeValueQuotes.DOUBLE);
  }
}
