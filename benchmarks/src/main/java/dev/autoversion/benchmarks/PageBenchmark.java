package dev.autoversion.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A page with 20 references to assets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PageBenchmark {
  /** The template engine; {@code /shop} is a context path. */
  @Param({"pebble", "freemarker", "jinjava", "thymeleaf", "thymeleaf-in-shop"})
  public String engine = "";

  /** What the template says: plain text, or a function that does nothing, versions, or stats. */
  @Param({"literal", "identity", "autoversion", "stat"})
  public String references = "";

  private Callable<String> page = () -> "";

  /** Parses the template, and checks that it renders what it should. */
  @Setup
  public void parse() throws Exception {
    Engine made = Engine.of(engine);
    String template = references.equals("literal") ? Layout.literal(made) : Layout.of(made);
    Map<String, Object> model = Layout.model();
    page =
        switch (references) {
          case "autoversion" -> made.page(template, model, Sites.rechecking());
          case "stat" -> made.page(template, model, PageBenchmark::stat);
          default -> made.page(template, model, UnaryOperator.identity());
        };
    int versions = page.call().split("\\?v=", -1).length - 1;
    boolean versioned = references.equals("autoversion") || references.equals("stat");
    if (versions != (versioned ? Layout.REFERENCES : 0)) {
      throw new IllegalStateException(versions + " versions in\n" + page.call());
    }
  }

  /** Renders it. */
  @Benchmark
  public String render() throws Exception {
    return page.call();
  }

  private static String stat(String url) {
    try {
      return Sites.stat(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
