package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows what is versioned: an endpoint, and meters. */
@AutoConfiguration(after = AutoversionAutoConfiguration.class)
@ConditionalOnBean(Autoversion.class)
public class AutoversionActuatorAutoConfiguration {
  /** Called by Spring. */
  public AutoversionActuatorAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  static class Asking {
    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
    @ConditionalOnAvailableEndpoint
    AutoversionEndpoint autoversionEndpoint(Autoversion autoversion) {
      return new AutoversionEndpoint(autoversion);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Metering {
    @Bean
    MeterBinder autoversionMeters(Autoversion autoversion) {
      return new AutoversionMeters(autoversion);
    }
  }
}
