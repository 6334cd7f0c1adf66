package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.WarmUp;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Logs once, after the start, what is versioned, and warms it up if it can't change. Neither delays
 * the application: both run on the JVM's common pool. If the context is closed meanwhile, it waits
 * a moment, since the resources may go away with it.
 */
final class StartLine implements SmartApplicationListener {
  private static final System.Logger LOG = System.getLogger("dev.autoversion");
  private static final String ENDPOINT = "autoversion";
  // As it appears in the description of a mount.
  private static final String OWN_MANIFEST = " (autoversion)";
  private static final String EXPOSURE = "management.endpoints.web.exposure.";

  private final Autoversion autoversion;
  private final AutoversionProperties properties;
  private final ApplicationContext context;
  private final Environment environment;
  private volatile CompletableFuture<@Nullable Void> saying =
      CompletableFuture.completedFuture(null);

  StartLine(Autoversion autoversion, AutoversionProperties properties, ApplicationContext context) {
    this.autoversion = autoversion;
    this.properties = properties;
    this.context = context;
    this.environment = context.getEnvironment();
  }

  @Override
  public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
    return type == ApplicationStartedEvent.class || type == ContextClosedEvent.class;
  }

  /** A child context logs a line of its own. */
  @Override
  public void onApplicationEvent(ApplicationEvent event) {
    if (event instanceof ApplicationStartedEvent started
        && started.getApplicationContext() == context) {
      start();
    } else if (event.getSource() == context) {
      await();
    }
  }

  private void await() {
    try {
      saying.get(2, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // It has failed, or takes too long to wait for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() {
    // Here, so that an error in the mounts stops the start.
    Map<String, String> settings = autoversion.settings();
    if (!properties.enabled()) {
      return;
    }
    String ask = isExposed() ? ask() : "";
    boolean warm = warms(settings);
    saying = CompletableFuture.runAsync(() -> say(warm, settings, ask));
  }

  private boolean warms(Map<String, String> settings) {
    Boolean warmUp = properties.warmUp();
    return warmUp == null ? "recheckNever()".equals(settings.get("recheck")) : warmUp;
  }

  private void say(boolean warm, Map<String, String> settings, String ask) {
    if (autoversion.mounts().isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "autoversion: nothing is served, so nothing is versioned");
      return;
    }
    WarmUp found = warm ? autoversion.warmUp() : autoversion.count();
    LOG.log(System.Logger.Level.INFO, text(found, settings, ask));
  }

  private String text(WarmUp found, Map<String, String> settings, String ask) {
    return "autoversion: "
        + found.assets()
        + (found.assets() == 1 ? " asset (" : " assets (")
        + size(found.bytes())
        + ") at "
        + String.join(", ", new TreeSet<>(autoversion.mounts().keySet()))
        + built()
        + "; "
        + what(settings.getOrDefault("version", ""))
        + where(settings.getOrDefault("placement", ""))
        + ask;
  }

  /** {@code ; built ahead at /}: where a manifest of our own build is asked first. */
  private String built() {
    String prefixes =
        autoversion.mounts().entrySet().stream()
            .filter(mount -> mount.getValue().contains(OWN_MANIFEST))
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "));
    return prefixes.isEmpty() ? "" : "; built ahead at " + prefixes;
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000 ? Math.round(bytes / 1e3) + " kB" : Math.round(bytes / 1e6) + " MB";
  }

  private static String what(String strategy) {
    int bracket = strategy.indexOf('(');
    return switch (bracket < 0 ? strategy : strategy.substring(0, bracket)) {
      case "contentHash" -> "hash";
      case "lastModified" -> "time";
      case "gitCommit", "gitFileCommit" -> "commit";
      default -> strategy;
    };
  }

  private static String where(String placement) {
    return switch (placement) {
      case "fileName()" -> " in the file name";
      case "pathSegment()" -> " in the path";
      default -> placement.startsWith("query(") ? " in the query" : " by " + placement;
    };
  }

  /** {@code ; ask /shop/actuator/autoversion?reference=/css/app.css}. */
  private String ask() {
    String base = environment.getProperty("management.endpoints.web.base-path", "/actuator");
    String path = environment.getProperty("management.endpoints.web.path-mapping.autoversion", "");
    String port = environment.getProperty("management.server.port", "");
    if (port.startsWith("-")) {
      return ""; // No server is listening.
    }
    // With 0 each server has a random port of its own.
    boolean same =
        port.isEmpty()
            || !port.equals("0") && port.equals(environment.getProperty("server.port", "8080"));
    String front =
        same
            ? autoversion.contextPath() + ResourceHandlers.servletPath(environment)
            : ":"
                + environment.getProperty("local.management.port", port)
                + environment.getProperty("management.server.base-path", "");
    return "; ask "
        + front
        + (base.equals("/") ? "" : base)
        + "/"
        + (path.isEmpty() ? ENDPOINT : path)
        + "?reference=/css/app.css";
  }

  /** Whether the endpoint can be asked over HTTP; it also exists if it can be asked otherwise. */
  private boolean isExposed() {
    return context.containsBean("autoversionEndpoint")
        && names("include").stream().anyMatch(StartLine::isMeant)
        && names("exclude").stream().noneMatch(StartLine::isMeant);
  }

  private List<String> names(String list) {
    return Binder.get(environment)
        .bind(EXPOSURE + list, Bindable.listOf(String.class))
        .orElse(List.of());
  }

  private static boolean isMeant(String name) {
    return name.equals("*") || name.equals(ENDPOINT);
  }
}
