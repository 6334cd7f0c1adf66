package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.thymeleaf.AutoversionDialect;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** The dialect that a Thymeleaf engine gets. */
final class ThymeleafWords {
  private static final String WORD = AutoversionDialect.NAME;

  private ThymeleafWords() {}

  /** An engine that already has our dialect may use another Autoversion, perhaps for mails. */
  static void install(TemplateEngine engine, Autoversion autoversion) {
    Set<IDialect> before = engine.getDialects();
    if (before.stream().noneMatch(AutoversionDialect.class::isInstance)) {
      AutoversionDialect.install(engine, autoversion);
      before.forEach(dialect -> keep(dialect, engine));
    }
  }

  /** Of two expression objects of one name, Thymeleaf takes that of the last dialect. */
  private static void keep(IDialect dialect, TemplateEngine engine) {
    IExpressionObjectFactory factory =
        dialect instanceof IExpressionObjectDialect other
            ? other.getExpressionObjectFactory()
            : null; // As Thymeleaf does, take null for none.
    if (factory != null && factory.getAllExpressionObjectNames().contains(WORD)) {
      TakenWord.warn("Thymeleaf", "expression object", WORD, dialect.getClass());
      engine.addDialect(new Kept(factory));
    }
  }

  /** Another dialect's expression object {@code #autoversion}. */
  private record Kept(IExpressionObjectFactory theirs)
      implements IExpressionObjectDialect, IExpressionObjectFactory {
    @Override
    public String getName() {
      return WORD + " kept";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
      return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
      return Set.of(WORD);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
      return theirs.buildObject(context, name);
    }

    @Override
    public boolean isCacheable(String name) {
      return theirs.isCacheable(name);
    }
  }
}
