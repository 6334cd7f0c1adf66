package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.ILinkBuilder;

/** Versions what another link builder builds: {@code @{/static/a.css}}. */
final class AutoversionLinkBuilder implements ILinkBuilder {
  private final ILinkBuilder builder;
  private final Autoversion autoversion;

  private AutoversionLinkBuilder(ILinkBuilder builder, Autoversion autoversion) {
    this.builder = builder;
    this.autoversion = autoversion;
  }

  static ILinkBuilder of(ILinkBuilder builder, Autoversion autoversion) {
    return builder instanceof AutoversionLinkBuilder
        ? builder
        : new AutoversionLinkBuilder(builder, autoversion);
  }

  /** The link builder itself, which builds without a version. */
  static ILinkBuilder unwrapped(ILinkBuilder builder) {
    return builder instanceof AutoversionLinkBuilder wrapper ? wrapper.builder : builder;
  }

  @Override
  public String getName() {
    return builder.getName();
  }

  @Override
  public Integer getOrder() {
    return builder.getOrder();
  }

  @Override
  public @Nullable String buildLink(
      IExpressionContext context, String base, Map<String, Object> parameters) {
    CurrentLink current = CurrentLink.of(context);
    @Nullable IExpressionContext outer = current.enter(context);
    try {
      @Nullable String link = builder.buildLink(context, base, parameters);
      if (link == null || current.isVersioned(link, autoversion)) {
        return link;
      }
      String url = autoversion.url(link, ContextPath.of(context, base, link), current);
      if (!url.equals(link)) {
        current.versioned(autoversion, url);
      }
      return url;
    } finally {
      current.leave(outer);
    }
  }
}
