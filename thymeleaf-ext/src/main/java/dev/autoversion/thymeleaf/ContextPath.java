package dev.autoversion.thymeleaf;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Contexts;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** The path of the application as browsers see it: {@code /shop}, or "" if it has none. */
final class ContextPath {
  private static final String ROOT = "/";

  private ContextPath() {}

  /** The page's context path; it is found once for each page, and {@code #autoversion} keeps it. */
  static String of(IExpressionContext page) {
    return page.getExpressionObjects().getObject(AutoversionDialect.NAME)
            instanceof Autoversions known
        ? known.contextPath()
        : find(page);
  }

  /**
   * What was put before a link that was built for a path inside the application; a link builder
   * that knows of a proxy adds another one than the request's. For any other link it is the page's,
   * and also if only Thymeleaf builds links: it adds the request's, after which a filter may add a
   * version's folder.
   */
  static String of(IExpressionContext page, String base, String link) {
    Optional<String> front =
        isRooted(base) && !isOfTheRequest(page) ? front(base, link) : Optional.empty();
    return front.orElseGet(() -> of(page));
  }

  private static boolean isOfTheRequest(IExpressionContext page) {
    if (!Contexts.isWebContext(page)) {
      return false;
    }
    for (ILinkBuilder each : page.getConfiguration().getLinkBuilders()) {
      if (!isOfThymeleaf(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfThymeleaf(ILinkBuilder builder) {
    return AutoversionLinkBuilder.unwrapped(builder).getClass() == StandardLinkBuilder.class;
  }

  /** The page's context path: from its request, or without one from its link builders. */
  static String find(IExpressionContext page) {
    return Contexts.isWebContext(page) ? ofRequest(page) : ofLinks(page);
  }

  /** Whether it is a path inside the application: {@code /static/a.css}. */
  static boolean isRooted(String base) {
    return base.startsWith("/") && !base.startsWith("//");
  }

  private static String ofRequest(IExpressionContext page) {
    @Nullable String path = Contexts.getWebExchange(page).getRequest().getApplicationPath();
    // Thymeleaf's own link builder also treats "/" as none.
    return path == null || path.equals(ROOT) ? "" : path;
  }

  /** What the page's link builders put before a path inside the application. */
  static String ofLinks(IExpressionContext page) {
    try {
      for (ILinkBuilder each : page.getConfiguration().getLinkBuilders()) {
        if (isOfThymeleaf(each) && !Contexts.isWebContext(page)) {
          return ""; // As below, but an exception would cost as much as all of the page's links.
        }
        @Nullable String link =
            AutoversionLinkBuilder.unwrapped(each).buildLink(page, ROOT, Map.of());
        if (link != null) {
          return front(ROOT, link).orElse("");
        }
      }
    } catch (TemplateProcessingException e) {
      return ""; // Thymeleaf's own link builder throws if there is no request.
    }
    return "";
  }

  /** {@code ("/a.css?x=1", "/shop/a.css;id=2?x=1")} gives {@code /shop}. */
  private static Optional<String> front(String base, String link) {
    if (link.endsWith(base)) { // As nearly all links do; the rest handles what may follow.
      String front = link.substring(0, link.length() - base.length());
      if (endOfPath(front) == front.length() && isPath(front)) {
        return Optional.of(front);
      }
    }
    int path = endOfPath(base);
    int end = endOfPath(link);
    return front(base, path, link, end)
        .or(() -> front(base, path, link, link.lastIndexOf(';', end - 1)));
  }

  private static Optional<String> front(String base, int path, String link, int end) {
    int start = end - path;
    if (start < 0 || !link.regionMatches(start, base, 0, path)) {
      return Optional.empty();
    }
    return Optional.of(link.substring(0, start)).filter(ContextPath::isPath);
  }

  private static boolean isPath(String front) {
    return front.isEmpty() || (isRooted(front) && !front.endsWith("/"));
  }

  private static int endOfPath(String url) {
    int end = 0;
    while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
      end++;
    }
    return end;
  }
}
