package dev.autoversion.spring;

import com.hubspot.jinjava.Jinjava;
import dev.autoversion.Autoversion;
import io.pebbletemplates.pebble.PebbleEngine;
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
      return new EngineInstaller<>(
          TemplateEngine.class, autoversion, environment, ThymeleafWords::install);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(freemarker.template.Configuration.class)
  static class Freemarker {
    @Bean
    static BeanPostProcessor autoversionFreemarker(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineInstaller<>(
          freemarker.template.Configuration.class,
          autoversion,
          environment,
          FreemarkerWords::install);
    }
  }

  /** Views of Spring MVC use its configurer, which may be the only bean there is. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({freemarker.template.Configuration.class, FreeMarkerConfig.class})
  static class FreemarkerViews {
    @Bean
    static BeanPostProcessor autoversionFreemarkerViews(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineInstaller<>(
          FreeMarkerConfig.class,
          autoversion,
          environment,
          (views, site) -> FreemarkerWords.install(views.getConfiguration(), site));
    }
  }

  /** Views of WebFlux use a configurer of their own. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({
    freemarker.template.Configuration.class,
    org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfig.class
  })
  static class FreemarkerReactiveViews {
    @Bean
    static BeanPostProcessor autoversionFreemarkerReactiveViews(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineInstaller<>(
          org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfig.class,
          autoversion,
          environment,
          (views, site) -> FreemarkerWords.install(views.getConfiguration(), site));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(PebbleEngine.class)
  static class Pebble {
    @Bean
    static BeanPostProcessor autoversionPebble(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineInstaller<>(
          PebbleEngine.class, autoversion, environment, PebbleWords::install);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Jinjava.class)
  static class Jinja {
    @Bean
    static BeanPostProcessor autoversionJinjava(
        ObjectProvider<Autoversion> autoversion, Environment environment) {
      return new EngineInstaller<>(Jinjava.class, autoversion, environment, JinjavaWords::install);
    }
  }
}
