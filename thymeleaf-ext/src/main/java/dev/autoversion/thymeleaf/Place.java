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
 * Where in a template the link stands that is being built. A request has one, since it may be the
 * response that versions a link, and that knows of no template.
 */
final class Place implements Supplier<String> {
  private @Nullable IExpressionContext building;

  /** {@return the request's, or one of its own where there is no request} */
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
   * Whatever is said of a link from now on is said of the place where this context is.
   *
   * @return what it was until now, to leave with
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

  /** {@code cart:12}; of a text, the engine's own tag around it tells. */
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
