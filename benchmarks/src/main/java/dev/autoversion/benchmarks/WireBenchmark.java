package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many bytes an answer has, head and all. They are counted once; no time counts here. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WireBenchmark {
  /** Real text: two of Bootstrap's, 500 kB, 1.5 MB. */
  @Param({"bootstrap.min.css", "bootstrap.bundle.min.js", "brands.min.js", "all.min.js"})
  public String file = "";

  private Served served = new Served("");
  private Container jetty = new Container(0, () -> {});
  private String versioned = "";

  /** Bytes. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Sent {
    /** Of our answer on Jetty, after a warm-up. */
    public long ours;

    /** Of nginx's, which sends what was compressed ahead. */
    public long nginx;

    /** Of our body alone. */
    public long body;

    /** Of the body as brotli gives it at its best. */
    public long brotli;
  }

  /** Starts the server. */
  @Setup
  public void start() throws Exception {
    served = new Served(file + "-br");
    served.write();
    Autoversion autoversion =
        Autoversion.builder().directory(served.prefix(), served.root()).build();
    autoversion.warmUp();
    versioned = autoversion.url(served.url());
    jetty = JettyContainer.start(new AutoversionFilter(autoversion), new PreparedServlet());
  }

  /** Stops it. */
  @TearDown
  public void stop() throws Exception {
    jetty.stop().now();
  }

  /** One answer of each. */
  @Benchmark
  public void get(Sent sent) throws IOException, InterruptedException {
    KeptConnection.Answer ours = answer(jetty.port(), "/ours" + versioned);
    sent.ours += ours.bytes();
    sent.body += ours.bodyBytes();
    sent.brotli += Served.brotli(served.bytes()).length;
    if (Nginx.whyAbsent(served).isEmpty()) {
      sent.nginx += answer(Nginx.start().port(), served.url()).bytes();
    }
  }

  private KeptConnection.Answer answer(int port, String path) throws IOException {
    try (KeptConnection connection = KeptConnection.to(port, path, "br")) {
      KeptConnection.Answer answer = connection.get();
      if (!answer.header("Content-Encoding").equals("br")) {
        throw new IllegalStateException(answer.head());
      }
      return answer;
    }
  }
}
