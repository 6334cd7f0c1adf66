package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.page.LinkPlace;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Contexts;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.web.IWebExchange;

/**
 * The link that is being built: its place in a template, and what it became. It is kept in the
 * request, since the response may be what versions the link, and a response knows no templates; in
 * a mail, which has no request, by the page's object.
 */
final class CurrentLink implements Supplier<String>, LinkPlace.Listener {
  private @Nullable IExpressionContext building;
  private @Nullable Autoversion by;
  private String versioned = "";

  /** {@return the request's link, or the page's if there is no request} */
  static CurrentLink of(IExpressionContext context) {
    if (!Contexts.isWebContext(context)) {
      return context.getExpressionObjects().getObject(AutoversionDialect.NAME)
              instanceof Autoversions page
          ? page.currentLink()
          : new CurrentLink();
    }
    IWebExchange exchange = Contexts.getWebExchange(context);
    if (exchange.getAttributeValue(LinkPlace.ATTRIBUTE) instanceof CurrentLink known) {
      return known;
    }
    CurrentLink link = new CurrentLink();
    exchange.setAttributeValue(LinkPlace.ATTRIBUTE, link);
    return link;
  }

  /**
   * From now on, messages about a link name the place of this context.
   *
   * @return the previous one, to restore later
   */
  @Nullable IExpressionContext enter(IExpressionContext context) {
    @Nullable IExpressionContext outer = building;
    building = context;
    by = null;
    return outer;
  }

  void leave(@Nullable IExpressionContext outer) {
    building = outer;
  }

  @Override
  public void versioned(Autoversion giver, String url) {
    by = giver;
    versioned = url;
  }

  /** Whether this is what the last link became: versioned already, and by the same one. */
  boolean isVersioned(String link, Autoversion autoversion) {
    return by == autoversion && versioned.equals(link);
  }

  @Override
  public String get() {
    return building == null ? "" : Place.of(building);
  }

  /** The versioned URL of a text in a tag, which may be a link that has its version already. */
  static String url(
      Autoversion autoversion, ITemplateContext context, String text, String contextPath) {
    return of(context).isVersioned(text, autoversion)
        ? text
        : autoversion.url(text, contextPath, () -> Place.of(context));
  }
}
