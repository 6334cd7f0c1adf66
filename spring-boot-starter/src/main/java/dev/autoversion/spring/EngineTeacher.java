package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Configures each bean that is an engine, as soon as it is created and before it renders.
 *
 * @param engine the engine's class
 * @param autoversion asked for only if there is an engine
 * @param installing how it is configured
 */
record EngineTeacher<T>(
    Class<T> engine, ObjectProvider<Autoversion> autoversion, BiConsumer<T, Autoversion> installing)
    implements BeanPostProcessor {
  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (engine.isInstance(bean)) {
      installing.accept(engine.cast(bean), autoversion.getObject());
    }
    return bean;
  }
}
