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
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prefix", mount.getKey());
    fields.put("source", mount.getValue());
    return fields;
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
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("reference", explanation.reference());
    fields.put("url", explanation.url());
    put(fields, "mount", explanation.mount());
    put(fields, "logicalPath", explanation.logicalPath());
    put(fields, "source", explanation.source());
    put(fields, "published", explanation.published());
    put(fields, "strategy", explanation.strategy());
    put(fields, "version", explanation.version().map(version -> version.value()));
    put(fields, "covers", explanation.covers());
    put(fields, "missingReferences", explanation.missingReferences());
    put(fields, "unknownModules", explanation.unknownModules());
    put(fields, "placement", explanation.placement());
    put(fields, "reason", explanation.reason());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Optional<String> value) {
    value.ifPresent(text -> fields.put(name, text));
  }

  private static void put(Map<String, Object> fields, String name, List<?> values) {
    if (!values.isEmpty()) {
      fields.put(name, values.stream().map(Object::toString).toList());
    }
  }
}
