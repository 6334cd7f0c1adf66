package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import dev.autoversion.page.TagWord;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.StandardXmlNsTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Versioned URLs in Thymeleaf. {@link #install} is the usual way: templates stay as they are, and
 * {@code th:href="@{/static/a.css}"} gives {@code href="/static/a.css?v=9f3c2ab1d04e"}. Choose the
 * dialect alone, {@code engine.addDialect(new AutoversionDialect(autoversion))}, to version only
 * what asks for it: {@code av:href}, {@code av:src}, {@code av:srcset}, {@code av:poster}, the
 * flags {@code av:version} and {@code av:integrity}, the elements {@code av:entrypoint}, {@code
 * av:importmap} and {@code av:preload}, and {@code #autoversion}.
 *
 * <p>Stateless apart from its {@link Autoversion}: any number of engines and threads may share one.
 */
public final class AutoversionDialect extends AbstractProcessorDialect
    implements IExpressionObjectDialect {
  /** The name of the dialect, and of its expression object: {@code #autoversion}. */
  public static final String NAME = "autoversion";

  /**
   * The prefix of its attributes: {@code av:href}. To change it, add the dialect with another one:
   * {@code engine.addDialect("asset", dialect)} makes it {@code asset:href}.
   */
  public static final String PREFIX = "av";

  // One more than Thymeleaf's own: after every th:* attribute, including those without a class,
  // which run at Integer.MAX_VALUE inside their dialect.
  private static final int AFTER_STANDARD = StandardDialect.PROCESSOR_PRECEDENCE + 1;

  private final Autoversion autoversion;

  /**
   * The dialect alone: {@code av:href="/static/a.css"} is versioned, {@code @{/static/a.css}} is
   * not.
   *
   * @param autoversion the site's assets
   */
  public AutoversionDialect(Autoversion autoversion) {
    super(NAME, PREFIX, AFTER_STANDARD);
    this.autoversion = Objects.requireNonNull(autoversion, "autoversion");
  }

  /**
   * Adds the dialect to an engine and versions what its link builders build: {@code
   * th:src="@{/static/a.js}"} gives {@code src="/static/a.js?v=9f3c2ab1d04e"}. Doing it again with
   * the same {@link Autoversion} changes nothing, and a dialect already added with it, under any
   * prefix, is kept.
   *
   * @param engine an engine that has not rendered yet
   * @param autoversion the site's assets
   * @throws IllegalStateException if the engine is already in use, or already has another {@link
   *     Autoversion}
   */
  public static void install(TemplateEngine engine, Autoversion autoversion) {
    Objects.requireNonNull(autoversion, "autoversion");
    if (engine.isInitialized()) {
      throw new IllegalStateException(
          "this template engine is in use already and can't be changed;"
              + " install autoversion before its first page");
    }
    if (!isInstalled(engine, autoversion)) {
      engine.addDialect(new AutoversionDialect(autoversion));
    }
    Set<ILinkBuilder> builders = new LinkedHashSet<>();
    for (ILinkBuilder builder : engine.getLinkBuilders()) {
      builders.add(AutoversionLinkBuilder.of(builder, autoversion));
    }
    engine.setLinkBuilders(builders);
  }

  private static boolean isInstalled(TemplateEngine engine, Autoversion autoversion) {
    boolean installed = false;
    for (IDialect dialect : engine.getDialects()) {
      if (dialect instanceof AutoversionDialect other) {
        if (other.autoversion != autoversion) {
          throw new IllegalStateException(
              "this template engine has a dialect with another Autoversion;"
                  + " give both the same, or each engine its own");
        }
        installed = true;
      }
    }
    return installed;
  }

  @Override
  public Set<IProcessor> getProcessors(String dialectPrefix) {
    Set<IProcessor> all = new LinkedHashSet<>();
    for (UrlAttribute attribute : UrlAttribute.values()) {
      all.add(new VersionedAttribute(dialectPrefix, attribute, autoversion));
    }
    all.add(new VersionFlag(dialectPrefix, autoversion));
    all.add(new IntegrityFlag(dialectPrefix, autoversion));
    for (TagWord word : TagWord.values()) {
      all.add(new TagElement(dialectPrefix, word, autoversion));
    }
    all.add(new StandardXmlNsTagProcessor(TemplateMode.HTML, dialectPrefix));
    return all;
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return new ExpressionObjects(autoversion);
  }
}
