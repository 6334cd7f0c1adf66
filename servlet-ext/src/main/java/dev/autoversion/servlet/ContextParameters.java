package dev.autoversion.servlet;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.OnMissing;
import dev.autoversion.Placement;
import dev.autoversion.VersionStrategy;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The context parameters that begin with {@code autoversion.}, by the rest of their names. */
record ContextParameters(ServletContext context, SortedMap<String, String> values) {
  private static final String PREFIX = "autoversion.";
  private static final String MOUNT = "mount.";
  private static final String BUILD_MANIFEST = "build-manifest";
  private static final String NO_SUCH =
      "there is no such parameter; there are mount.…, build-manifest, placement, version,"
          + " hash-length, fixed-version, exclude, on-missing, recheck-after, host, host-except,"
          + " context-path, answer-plain-urls, maximum-size, maximum-bytes and warm-up";

  static ContextParameters of(ServletContext context) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      if (name.startsWith(PREFIX)) {
        values.put(name.substring(PREFIX.length()), context.getInitParameter(name).strip());
      }
    }
    values.putIfAbsent(BUILD_MANIFEST, "");
    return new ContextParameters(context, values);
  }

  /**
   * Whether something is mounted.
   *
   * @throws ServletException if a misspelt parameter was meant to mount something
   */
  boolean hasMounts() throws ServletException {
    for (String name : values.keySet()) {
      if (name.indexOf('/') >= 0 && !name.startsWith(MOUNT)) { // No other has a prefix in its name.
        throw refusal(name, new IllegalArgumentException(NO_SUCH));
      }
    }
    return mounts().findAny().isPresent();
  }

  private Stream<String> mounts() {
    return values.keySet().stream()
        .filter(name -> name.startsWith(MOUNT))
        .map(name -> name.substring(MOUNT.length()));
  }

  boolean warmUp() {
    return values.getOrDefault("warm-up", "false").equals("true");
  }

  Autoversion autoversion() throws ServletException {
    Autoversion.Builder builder = Autoversion.builder();
    for (Map.Entry<String, String> parameter : values.entrySet()) {
      try {
        set(builder, parameter.getKey(), parameter.getValue());
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw refusal(parameter.getKey(), e);
      }
    }
    if (!values.containsKey("placement")) {
      builder.placement(Placement.fileName());
    }
    if (!values.containsKey("context-path")) {
      builder.contextPath(context.getContextPath());
    }
    return builder.build();
  }

  private static ServletException refusal(String name, RuntimeException e) {
    return new ServletException("context parameter " + PREFIX + name + ": " + e.getMessage(), e);
  }

  private void set(Autoversion.Builder builder, String name, String value) {
    switch (name) {
      case "placement" -> builder.placement(placement(value));
      case "version" -> version(builder, value);
      case "hash-length" ->
          builder.version(VersionStrategy.contentHash(number(value, Integer::valueOf)));
      case "fixed-version" -> builder.version(VersionStrategy.fixed(value));
      case "exclude" -> builder.exclude(list(value));
      case "on-missing" -> builder.onMissing(onMissing(value));
      case "recheck-after" -> recheck(builder, value);
      case "host" -> builder.host(value);
      case "host-except" -> builder.hostExcept(list(value));
      case "context-path" -> builder.contextPath(value);
      case "answer-plain-urls" -> {
        if (isTrue(value)) {
          builder.answerPlainUrls();
        }
      }
      case "maximum-size" -> builder.maximumSize(number(value, Long::valueOf));
      case "maximum-bytes" -> builder.maximumBytes(number(value, Long::valueOf));
      case BUILD_MANIFEST ->
          BuiltAssets.of(context.getClassLoader(), mounts().toList()).addTo(builder, value);
      case "warm-up" -> isTrue(value); // Its own method asks for it.
      default -> mount(builder, name, value);
    }
  }

  private void mount(Autoversion.Builder builder, String name, String value) {
    if (!name.startsWith(MOUNT)) {
      throw new IllegalArgumentException(NO_SUCH);
    }
    String[] locations = list(value);
    if (locations.length == 0) {
      throw new IllegalArgumentException(
          "takes /static, classpath:static or file:/srv/static, not '" + value + "'");
    }
    for (String location : locations) {
      builder.source(name.substring(MOUNT.length()), source(location));
    }
  }

  private AssetSource source(String location) {
    if (location.startsWith("classpath:")) {
      return AssetSource.classpath(location.substring("classpath:".length()));
    }
    return location.startsWith(FileUrl.SCHEME)
        ? AssetSource.directory(FileUrl.path(location))
        : ServletContextSource.of(context, location);
  }

  private static boolean isTrue(String value) {
    return choose(value, Map.of("true", true, "false", false));
  }

  private static Placement placement(String value) {
    return choose(
        value,
        Map.of(
            "query", Placement.query(),
            "file-name", Placement.fileName(),
            "path-segment", Placement.pathSegment()));
  }

  private static OnMissing onMissing(String value) {
    return choose(
        value, Map.of("keep", OnMissing.KEEP, "warn", OnMissing.WARN, "fail", OnMissing.FAIL));
  }

  /**
   * Strategies that need a number or a text have a parameter of their own, and setting that alone
   * is enough.
   */
  private void version(Autoversion.Builder builder, String value) {
    boolean isSet = // By its own parameter.
        choose(
            value,
            Map.of(
                "content-hash", values.containsKey("hash-length"),
                "fixed", values.containsKey("fixed-version"),
                "last-modified", false));
    if (value.equals("fixed") && !isSet) {
      throw new IllegalArgumentException("'fixed' needs autoversion.fixed-version");
    }
    if (!isSet) {
      builder.version(
          value.equals("last-modified")
              ? VersionStrategy.lastModified()
              : VersionStrategy.contentHash());
    }
  }

  /** {@code never}, {@code 5s}, {@code 1.5s}, or in ISO 8601: {@code PT5S}. */
  private static void recheck(Autoversion.Builder builder, String value) {
    if (value.equals("never")) {
      builder.recheckNever();
      return;
    }
    try {
      builder.recheckAfter(Duration.parse(value.startsWith("P") ? value : "PT" + value));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("takes never or a time like 5s, not '" + value + "'", e);
    }
  }

  private static <N> N number(String value, Function<String, N> reading) {
    try {
      return reading.apply(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("takes a number, not '" + value + "'", e);
    }
  }

  private static <T> T choose(String value, Map<String, T> choices) {
    T chosen = choices.get(value);
    if (chosen == null) {
      throw new IllegalArgumentException(
          "takes "
              + String.join(", ", choices.keySet().stream().sorted().toList())
              + ", not '"
              + value
              + "'");
    }
    return chosen;
  }

  private static String[] list(String value) {
    return value.isEmpty() ? new String[0] : value.split("\\s*,\\s*|\\s+");
  }
}
