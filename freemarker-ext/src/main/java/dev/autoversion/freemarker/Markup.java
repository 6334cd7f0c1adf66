package dev.autoversion.freemarker;

import freemarker.core.MarkupOutputFormat;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/** The text behind markup: {@code /a.css?x=1&amp;y=2} was {@code /a.css?x=1&y=2}. */
final class Markup {
  private Markup() {}

  /** The text before it was escaped, or what a reader of the markup sees. */
  static <M extends TemplateMarkupOutputModel<M>> String source(TemplateMarkupOutputModel<M> markup)
      throws TemplateModelException {
    @SuppressWarnings("unchecked") // a markup output model is its own type parameter
    M model = (M) markup;
    MarkupOutputFormat<M> format = model.getOutputFormat();
    @Nullable String source = format.getSourcePlainText(model);
    return source != null ? source : unescaped(format.getMarkupString(model));
  }

  // What FreeMarker's HTML, XHTML and XML formats write; the ampersand is last, or &amp;lt; would
  // become <.
  private static String unescaped(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
