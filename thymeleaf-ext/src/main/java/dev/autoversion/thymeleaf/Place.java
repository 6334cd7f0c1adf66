package dev.autoversion.thymeleaf;

import dev.autoversion.page.LinkPlace;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Contexts;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.web.IWebExchange;

/**
 * The place in a template of the link that is being built. It is kept in the request, since the
 * response may be what versions the link, and a response knows no templates.
 */
final class Place implements Supplier<String> {
  private @Nullable IExpressionContext building;

  /** {@return the request's place, or a new one if there is no request} */
  static Place of(IExpressionContext context) {
    if (!Contexts.isWebContext(context)) {
      return new Place();
    }
    IWebExchange exchange = Contexts.getWebExchange(context);
    if (exchange.getAttributeValue(LinkPlace.ATTRIBUTE) instanceof Place known) {
      return known;
    }
    Place place = new Place();
    exchange.setAttributeValue(LinkPlace.ATTRIBUTE, place);
    return place;
  }

  /**
   * From now on, messages about a link name the place of this context.
   *
   * @return the previous one, to restore later
   */
  @Nullable IExpressionContext enter(IExpressionContext context) {
    @Nullable IExpressionContext outer = building;
    building = context;
    return outer;
  }

  void leave(@Nullable IExpressionContext outer) {
    building = outer;
  }

  @Override
  public String get() {
    return building == null ? "" : in(building);
  }

  /** {@code cart:12}; for text, that of the engine's own tag around it. */
  static String in(IExpressionContext context) {
    if (!(context instanceof ITemplateContext template)) {
      return "";
    }
    List<IProcessableElementTag> tags = template.getElementStack();
    return tags.isEmpty() ? "" : in(tags.get(tags.size() - 1));
  }

  private static String in(IProcessableElementTag tag) {
    return tag.hasLocation() ? tag.getTemplateName() + ":" + tag.getLine() : tag.getTemplateName();
  }
}
