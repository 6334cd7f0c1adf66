package dev.autoversion.spring;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;
import dev.autoversion.freemarker.AutoversionFreemarker;
import dev.autoversion.freemarker.AutoversionMethod;
import dev.autoversion.jinjava.AutoversionJinjava;
import dev.autoversion.pebble.AutoversionExtension;
import dev.autoversion.thymeleaf.AutoversionDialect;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.ExtensionRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.view.freemarker.FreeMarkerConfig;
import org.thymeleaf.TemplateEngine;

/** Configures every template engine that is a bean; engines that are absent are skipped. */
@AutoConfiguration(after = AutoversionAutoConfiguration.class)
@ConditionalOnBean(Autoversion.class)
public class AutoversionEnginesAutoConfiguration {
  /** Called by Spring. */
  public AutoversionEnginesAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(TemplateEngine.class)
  static class Thymeleaf {
    @Bean
    static BeanPostProcessor autoversionThymeleaf(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineTeacher<>(
          TemplateEngine.class, autoversion, environment, Thymeleaf::install);
    }

    /** An engine that already has our dialect may use another Autoversion, perhaps for mails. */
    private static void install(TemplateEngine engine, Autoversion autoversion) {
      if (engine.getDialects().stream().noneMatch(AutoversionDialect.class::isInstance)) {
        AutoversionDialect.install(engine, autoversion);
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(freemarker.template.Configuration.class)
  static class Freemarker {
    @Bean
    static BeanPostProcessor autoversionFreemarker(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineTeacher<>(
          freemarker.template.Configuration.class, autoversion, environment, Freemarker::install);
    }

    private static void install(
        freemarker.template.Configuration configuration, Autoversion autoversion) {
      String word = AutoversionFreemarker.VARIABLE_NAME;
      if (!(configuration.getSharedVariable(word) instanceof AutoversionMethod)) {
        AutoversionFreemarker.install(configuration, autoversion);
      }
    }
  }

  /** Views use Spring's configurer, which may be the only bean there is. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({freemarker.template.Configuration.class, FreeMarkerConfig.class})
  static class FreemarkerViews {
    @Bean
    static BeanPostProcessor autoversionFreemarkerViews(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineTeacher<>(
          FreeMarkerConfig.class,
          autoversion,
          environment,
          (views, site) -> Freemarker.install(views.getConfiguration(), site));
    }
  }

  /** The same for WebFlux. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({
    freemarker.template.Configuration.class,
    org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfig.class
  })
  static class FreemarkerReactiveViews {
    @Bean
    static BeanPostProcessor autoversionFreemarkerReactiveViews(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineTeacher<>(
          org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfig.class,
          autoversion,
          environment,
          (views, site) -> Freemarker.install(views.getConfiguration(), site));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(PebbleEngine.class)
  static class Pebble {
    @Bean
    static BeanPostProcessor autoversionPebble(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineTeacher<>(PebbleEngine.class, autoversion, environment, Pebble::install);
    }

    /** An engine that was built with the extension already has the functions. */
    private static void install(PebbleEngine engine, Autoversion autoversion) {
      ExtensionRegistry known = engine.getExtensionRegistry();
      if (known.getFilter(AutoversionExtension.FILTER_NAME) == null) {
        known.addExtension(new UntakenWords(new AutoversionExtension(autoversion), known));
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Jinjava.class)
  static class Jinja {
    @Bean
    static BeanPostProcessor autoversionJinjava(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineTeacher<>(Jinjava.class, autoversion, environment, Jinja::install);
    }

    private static void install(Jinjava engine, Autoversion autoversion) {
      if (engine.getGlobalContext().getFilter("autoversion") == null) {
        AutoversionJinjava.install(engine, autoversion);
      }
    }
  }
}
