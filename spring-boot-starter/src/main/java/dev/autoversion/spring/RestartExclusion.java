package dev.autoversion.spring;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps devtools from restarting for a build's manifest: it changes with each stylesheet, for which
 * a reload of the page is enough. Devtools are told, and the user's own patterns stay.
 */
final class RestartExclusion implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final String EXCLUDE = "spring.devtools.restart.additional-exclude";
  private static final String MANIFESTS = "META-INF/autoversion/**";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (BuiltAssets.hasDevtools(event.getSpringApplication().getClassLoader())) {
      ConfigurableEnvironment environment = event.getEnvironment();
      String configured = environment.getProperty(EXCLUDE, "");
      String all = configured.isBlank() ? MANIFESTS : configured + "," + MANIFESTS;
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("autoversion", Map.of(EXCLUDE, all)));
    }
  }
}
