package dev.autoversion.benchmarks;

import dev.autoversion.AssetResponse;
import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
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

/**
 * Requests over kept connections on loopback to two containers with three applications each, and
 * the processor time that they take there. All are in one process: how far each is compiled would
 * otherwise say more than what they do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 40)
@Measurement(iterations = 16)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServingBenchmark {
  private static final int TURN = 20;

  /** Which file, and how it is asked for. */
  @Param({"1kB", "30kB", "30kB-compressed", "230kB", "230kB-compressed", "1MB"})
  public String file = "";

  private final HttpClient client = HttpClient.newHttpClient();
  private Served served = new Served("");
  private Container jetty = new Container(0, () -> {});
  private Container tomcat = jetty;
  private String versioned = "";

  /** Nanoseconds of the servers. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Taken {
    /** Ours on Jetty. */
    public long jettyOurs;

    /** Prepared bytes on Jetty. */
    public long jettyBare;

    /** Jetty's static servlet. */
    public long jettyStatic;

    /** Ours on Tomcat. */
    public long tomcatOurs;

    /** Prepared bytes on Tomcat. */
    public long tomcatBare;

    /** Tomcat's static servlet. */
    public long tomcatStatic;
  }

  /** Starts the containers, and checks that they answer with the same. */
  @Setup
  public void start() throws Exception {
    served = new Served(file);
    served.write();
    Autoversion autoversion = Autoversion.builder().directory(Served.PREFIX, Served.ROOT).build();
    autoversion.warmUp();
    versioned = autoversion.url(served.url());
    AssetResponse prepared =
        autoversion.respond(new PreparedRequest(versioned, served)).orElseThrow();
    AutoversionFilter filter = new AutoversionFilter(autoversion);
    jetty = JettyContainer.start(filter, new PreparedServlet(prepared));
    tomcat = TomcatContainer.start(filter, new PreparedServlet(prepared));
    for (Container container : new Container[] {jetty, tomcat}) {
      check(container);
    }
  }

  /** Stops them. */
  @TearDown
  public void stop() throws Exception {
    jetty.stop().now();
    tomcat.stop().now();
  }

  /** Some requests to each application in turn. */
  @Benchmark
  public void get(Taken taken) throws IOException, InterruptedException {
    taken.jettyOurs += nanos(jetty, "ours");
    taken.jettyBare += nanos(jetty, "bare");
    taken.tomcatOurs += nanos(tomcat, "ours");
    taken.tomcatBare += nanos(tomcat, "bare");
    if (!served.isCompressed()) { // What they send compressed, they compress each time.
      taken.jettyStatic += nanos(jetty, "static");
      taken.tomcatStatic += nanos(tomcat, "static");
    }
  }

  private long nanos(Container container, String application)
      throws IOException, InterruptedException {
    HttpRequest request = request(container, application);
    long before = ServerTime.nanos();
    for (int i = 0; i < TURN; i++) {
      answer(request);
    }
    return ServerTime.nanos() - before;
  }

  private HttpRequest request(Container container, String application) {
    return HttpRequest.newBuilder(URI.create(container.url(application, versioned)))
        .header("Accept-Encoding", served.acceptEncoding())
        .build();
  }

  private HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private void check(Container container) throws IOException, InterruptedException {
    HttpResponse<byte[]> ours = answer(request(container, "ours"));
    HttpResponse<byte[]> bare = answer(request(container, "bare"));
    HttpResponse<byte[]> files = answer(request(container, "static"));
    boolean immutable = ours.headers().firstValue("Cache-Control").orElse("").contains("immutable");
    boolean compressed = ours.headers().firstValue("Content-Encoding").isPresent();
    if (!immutable
        || compressed != served.isCompressed()
        || !Arrays.equals(ours.body(), bare.body())
        || files.statusCode() != 200) {
      throw new IllegalStateException(ours + " " + ours.headers() + " " + bare + " " + files);
    }
  }
}
