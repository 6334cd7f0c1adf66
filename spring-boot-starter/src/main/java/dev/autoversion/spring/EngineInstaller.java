package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Configures each bean that is an engine, as soon as it is created and before it renders.
 *
 * @param engine the engine's class
 * @param autoversion asked for only if there is an engine
 * @param environment tells whether references get versions; if not, they stay as they are, since
 *     nobody answers other URLs
 * @param installing how it is configured
 */
record EngineInstaller<T>(
    Class<T> engine,
    ObjectProvider<Autoversion> autoversion,
    Environment environment,
    BiConsumer<T, Autoversion> installing)
    implements BeanPostProcessor {
  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (engine.isInstance(bean)) {
      installing.accept(
          engine.cast(bean),
          Switches.isEnabled(environment) ? autoversion.getObject() : Autoversion.none());
    }
    return bean;
  }
}
