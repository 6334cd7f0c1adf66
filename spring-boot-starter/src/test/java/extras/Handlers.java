package extras;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resource handlers of a user's own: a folder, some of its files, and what is no file. */
@Configuration(proxyBeanMethods = false)
public class Handlers {
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = Type.SERVLET)
  static class Servlets implements WebMvcConfigurer {
    private final String folder;

    Servlets(@Value("${folder}") String folder) {
      this.folder = "file:" + folder + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry.addResourceHandler("/uploads/**").addResourceLocations(folder);
      registry.addResourceHandler("/docs/*.pdf").addResourceLocations(folder);
      registry.addResourceHandler("/rows/**").addResourceLocations(new MemoryResource());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = Type.REACTIVE)
  static class Reactive implements WebFluxConfigurer {
    private final String folder;

    Reactive(@Value("${folder}") String folder, ConfigurableApplicationContext context) {
      this.folder = "file:" + folder + "/";
      context.addProtocolResolver(
          (location, loader) -> location.startsWith("rows:") ? new MemoryResource() : null);
    }

    @Override
    public void addResourceHandlers(
        org.springframework.web.reactive.config.ResourceHandlerRegistry registry) {
      registry.addResourceHandler("/uploads/**").addResourceLocations(folder);
      registry.addResourceHandler("/docs/*.pdf").addResourceLocations(folder);
      registry.addResourceHandler("/rows/**").addResourceLocations("rows:/");
    }
  }
}
