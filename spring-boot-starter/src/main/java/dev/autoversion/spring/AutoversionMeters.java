package dev.autoversion.spring;

import dev.autoversion.Autoversion;
import dev.autoversion.CacheStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** Meters of what is remembered and answered; they read counters that exist anyway. */
record AutoversionMeters(Autoversion autoversion) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "hits", "References answered from memory", CacheStats::hits);
    count(registry, "misses", "References that were looked up", CacheStats::misses);
    count(registry, "loads", "Versions computed", CacheStats::loads);
    // The set of meters is the same for every instance, so this one need not be asked while it
    // starts.
    Autoversion.none()
        .responseStats()
        .sent()
        .forEach(
            (coding, statuses) ->
                statuses.keySet().forEach(status -> count(registry, coding, status)));
    Gauge.builder("autoversion.bytes.held", autoversion, a -> a.responseStats().bytesHeld())
        .description("Bytes of answers in memory")
        .baseUnit("bytes")
        .register(registry);
  }

  private void count(
      MeterRegistry registry, String name, String what, ToLongFunction<CacheStats> value) {
    FunctionCounter.builder("autoversion." + name, autoversion, a -> value.applyAsLong(a.stats()))
        .description(what)
        .register(registry);
  }

  private void count(MeterRegistry registry, String coding, int status) {
    FunctionCounter.builder("autoversion.responses", autoversion, a -> sent(a, coding, status))
        .description("Answers to versioned URLs")
        .tag("coding", coding)
        .tag("status", Integer.toString(status))
        .register(registry);
  }

  private static long sent(Autoversion autoversion, String coding, int status) {
    Map<Integer, Long> statuses = autoversion.responseStats().sent().get(coding);
    return Objects.requireNonNull(statuses, coding).getOrDefault(status, 0L);
  }
}
