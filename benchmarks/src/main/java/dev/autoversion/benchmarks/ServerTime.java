package dev.autoversion.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the processor time that a server's threads take for a request; the client's is not in
 * it, nor what either waits.
 */
public final class ServerTime implements InternalProfiler {
  static final String LABEL = "server.cpu";
  static final String THREADS = "server";

  private static final ThreadMXBean ALL = ManagementFactory.getThreadMXBean();

  private long before;

  @Override
  public String getDescription() {
    return "Processor time of a server's threads";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = nanos();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double each = (double) (nanos() - before) / result.getMetadata().getAllOps();
    return List.of(new ScalarResult(LABEL, each, "ns/op", AggregationPolicy.AVG));
  }

  private static long nanos() {
    long nanos = 0;
    for (long id : ALL.getAllThreadIds()) {
      ThreadInfo thread = ALL.getThreadInfo(id);
      if (thread != null && thread.getThreadName().startsWith(THREADS)) {
        nanos += ALL.getThreadCpuTime(id);
      }
    }
    return nanos;
  }
}
