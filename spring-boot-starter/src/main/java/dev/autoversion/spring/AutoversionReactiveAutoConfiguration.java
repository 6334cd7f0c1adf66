package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/** Mounts what Spring WebFlux serves, and answers versioned URLs in front of it. */
@AutoConfiguration(after = AutoversionAutoConfiguration.class)
@ConditionalOnBean(Autoversion.class)
@EnableConfigurationProperties(AutoversionProperties.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(ResourceWebHandler.class)
public class AutoversionReactiveAutoConfiguration {
  /** Called by Spring. */
  public AutoversionReactiveAutoConfiguration() {}

  @Bean
  ResourceHandlers autoversionResourceHandlers(BeanFactory beans, Environment environment) {
    return new ReactiveResourceHandlers(beans, environment);
  }

  @Bean
  @Conditional(Switches.Answering.class)
  @ConditionalOnMissingBean
  AutoversionWebFilter autoversionWebFilter(
      Autoversion autoversion, AutoversionProperties properties) {
    return new AutoversionWebFilter(autoversion, properties.filter().order());
  }
}
