package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The filter before a page, where the whole site is mounted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBenchmark {
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/owners/12");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private long passed;
  private final FilterChain page = (asked, answer) -> passed++;
  private AutoversionFilter filter =
      new AutoversionFilter(Autoversion.builder().directory("/", AssetTree.ROOT).build());

  /** Starts anew. */
  @Setup
  public void start() {
    filter = new AutoversionFilter(Autoversion.builder().directory("/", AssetTree.ROOT).build());
  }

  /** A batch of page requests. */
  @Benchmark
  public long notOurs() throws IOException, ServletException {
    for (int i = 0; i < Asked.BATCH; i++) {
      filter.doFilter(request, response, page);
    }
    return passed;
  }
}
