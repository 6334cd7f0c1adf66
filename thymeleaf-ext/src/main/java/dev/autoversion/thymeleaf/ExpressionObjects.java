package dev.autoversion.thymeleaf;

import dev.autoversion.Autoversion;
import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@code #autoversion} for each page, since each page has its own context path. */
final class ExpressionObjects implements IExpressionObjectFactory {
  private final Autoversion autoversion;

  ExpressionObjects(Autoversion autoversion) {
    this.autoversion = autoversion;
  }

  @Override
  public Set<String> getAllExpressionObjectNames() {
    return Set.of(AutoversionDialect.NAME);
  }

  @Override
  public Autoversions buildObject(IExpressionContext context, String expressionObjectName) {
    return new Autoversions(autoversion, ContextPath.find(context), () -> Place.of(context));
  }

  @Override
  public boolean isCacheable(String expressionObjectName) {
    return true;
  }
}
