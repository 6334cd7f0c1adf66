package dev.autoversion.thymeleaf;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Contexts;
import org.thymeleaf.context.IExpressionContext;

/** The context path of the request that is answered: {@code /shop}, or "" where there is none. */
final class ContextPath {
  private ContextPath() {}

  static String of(IExpressionContext context) {
    if (!Contexts.isWebContext(context)) {
      return "";
    }
    @Nullable String path = Contexts.getWebExchange(context).getRequest().getApplicationPath();
    // Thymeleaf's own link builder takes "/" for none, too.
    return path == null || path.equals("/") ? "" : path;
  }
}
