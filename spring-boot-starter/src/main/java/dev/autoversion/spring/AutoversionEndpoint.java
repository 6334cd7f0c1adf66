package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.CacheStats;
import dev.autoversion.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.lang.Nullable;

/**
 * The actuator's endpoint {@code autoversion}: shows what is mounted and remembered; with {@code
 * ?reference=/css/app.css}, explains that reference.
 */
@Endpoint(id = "autoversion")
public class AutoversionEndpoint {
  private final Autoversion autoversion;

  /**
   * An endpoint.
   *
   * @param autoversion the one that it describes
   */
  public AutoversionEndpoint(Autoversion autoversion) {
    this.autoversion = autoversion;
  }

  /**
   * Describes the whole site, or explains one reference.
   *
   * @param reference the text in a template, with or without the context path; null for the whole
   *     site
   * @return the content of the JSON answer
   */
  @ReadOperation
  public Map<String, Object> autoversion(@Nullable String reference) {
    return reference == null ? whole() : explained(explain(reference));
  }

  private Map<String, Object> whole() {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("mounts", autoversion.mounts().entrySet().stream().map(this::mount).toList());
    whole.put("settings", autoversion.settings());
    CacheStats stats = autoversion.stats();
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("hits", stats.hits());
    counted.put("misses", stats.misses());
    counted.put("loads", stats.loads());
    counted.put("loadTime", stats.loadTime().toString());
    counted.put("size", stats.size());
    counted.put("responses", autoversion.responseStats().sent());
    counted.put("bytesHeld", autoversion.responseStats().bytesHeld());
    whole.put("stats", counted);
    return whole;
  }

  private Map<String, String> mount(Map.Entry<String, String> mount) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("prefix", mount.getKey());
    told.put("source", mount.getValue());
    return told;
  }

  /** Takes it as a page has it, or as written in a template that adds the context path. */
  private Explanation explain(String reference) {
    Explanation asked = autoversion.explain(reference);
    String contextPath = autoversion.contextPath();
    boolean elsewhere = asked.mount().isEmpty() && reference.startsWith("/");
    return elsewhere && !contextPath.isEmpty()
        ? autoversion.explain(contextPath + reference)
        : asked;
  }

  private static Map<String, Object> explained(Explanation explanation) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("reference", explanation.reference());
    told.put("url", explanation.url());
    put(told, "mount", explanation.mount());
    put(told, "logicalPath", explanation.logicalPath());
    put(told, "source", explanation.source());
    put(told, "published", explanation.published());
    put(told, "strategy", explanation.strategy());
    put(told, "version", explanation.version().map(version -> version.value()));
    put(told, "covers", explanation.covers());
    put(told, "missingReferences", explanation.missingReferences());
    put(told, "unknownModules", explanation.unknownModules());
    put(told, "placement", explanation.placement());
    put(told, "reason", explanation.reason());
    return told;
  }

  private static void put(Map<String, Object> told, String name, Optional<String> value) {
    value.ifPresent(text -> told.put(name, text));
  }

  private static void put(Map<String, Object> told, String name, List<?> values) {
    if (!values.isEmpty()) {
      told.put(name, values.stream().map(Object::toString).toList());
    }
  }
}
