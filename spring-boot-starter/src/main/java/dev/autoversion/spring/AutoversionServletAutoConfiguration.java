package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Mounts what Spring MVC serves, if it is there, and answers versioned URLs in front of it. */
@AutoConfiguration(after = AutoversionAutoConfiguration.class)
@ConditionalOnBean(Autoversion.class)
@EnableConfigurationProperties(AutoversionProperties.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, FilterRegistrationBean.class})
public class AutoversionServletAutoConfiguration {
  /** Called by Spring. */
  public AutoversionServletAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ResourceHttpRequestHandler.class)
  static class Mvc {
    @Bean
    ResourceHandlers autoversionResourceHandlers(
        BeanFactory beans, ServletContext context, Environment environment) {
      return new ServletResourceHandlers(beans, new ServletFolders(context), environment);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("org.springframework.web.servlet.resource.ResourceHttpRequestHandler")
  static class WithoutMvc {
    @Bean
    ResourceHandlers autoversionResourceHandlers(ServletContext context) {
      return new ServletFolders(context);
    }
  }

  @Bean
  @Conditional(Switches.Answering.class)
  @ConditionalOnMissingBean(
      value = AutoversionFilter.class,
      parameterizedContainer = FilterRegistrationBean.class)
  FilterRegistrationBean<AutoversionFilter> autoversionFilter(
      Autoversion autoversion, AutoversionProperties properties) {
    FilterRegistrationBean<AutoversionFilter> registration =
        new FilterRegistrationBean<>(new AutoversionFilter(autoversion));
    registration.setOrder(properties.filter().order());
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.setAsyncSupported(true);
    return registration;
  }
}
