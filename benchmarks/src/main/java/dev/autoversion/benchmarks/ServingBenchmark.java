package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
 * Requests over kept connections on loopback to two containers with some applications each, and to
 * nginx, and the processor time that they take there. The containers are in one process: how far
 * each is compiled would otherwise say more than what they do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 16)
@Measurement(iterations = 16)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServingBenchmark {
  private static final int TURN = 20;
  private static final String PLAIN = "Plain";

  // Fewer, and what only ours runs is not yet compiled as well as what all run.
  private static final int FIRST_TURNS = 600;

  /** Which file, and how it is asked for. */
  @Param({
    "1kB", "1kB-gzip", "1kB-br",
    "30kB", "30kB-gzip", "30kB-br",
    "230kB", "230kB-gzip", "230kB-br",
    "1MB", "1MB-gzip", "1MB-br"
  })
  public String file = "";

  private final Map<String, Peer> peers = new TreeMap<>();
  private final List<String> order = new ArrayList<>();
  private final Random random = new Random(1);
  private Container jetty = new Container(0, () -> {});
  private Container tomcat = jetty;

  /** Nanoseconds of the servers. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Taken {
    /** Ours on Jetty. */
    public long jettyOurs;

    /** Prepared bytes on Jetty. */
    public long jettyBare;

    /** Ours on Jetty, of one who takes no coding. */
    public long jettyPlain;

    /** Jetty's static servlet. */
    public long jettyStatic;

    /** Ours on Tomcat. */
    public long tomcatOurs;

    /** Prepared bytes on Tomcat. */
    public long tomcatBare;

    /** Ours on Tomcat, of one who takes no coding. */
    public long tomcatPlain;

    /** Tomcat's static servlet. */
    public long tomcatStatic;

    /** Nginx. */
    public long nginx;

    void add(String name, long nanos) {
      switch (name) {
        case "jettyOurs" -> jettyOurs += nanos;
        case "jettyBare" -> jettyBare += nanos;
        case "jettyPlain" -> jettyPlain += nanos;
        case "jettyStatic" -> jettyStatic += nanos;
        case "tomcatOurs" -> tomcatOurs += nanos;
        case "tomcatBare" -> tomcatBare += nanos;
        case "tomcatPlain" -> tomcatPlain += nanos;
        case "tomcatStatic" -> tomcatStatic += nanos;
        default -> nginx += nanos;
      }
    }
  }

  /** Starts the servers, has them compiled, and checks that they answer with the same. */
  @Setup
  public void start() throws Exception {
    Served served = new Served(file);
    Served first = served.smallest();
    Autoversion.Builder builder = Autoversion.builder();
    for (Served one : new LinkedHashSet<>(List.of(first, served))) {
      one.write();
      builder.directory(one.prefix(), one.root());
    }
    Autoversion autoversion = builder.build();
    autoversion.warmUp();
    AutoversionFilter filter = new AutoversionFilter(autoversion);
    PreparedServlet bare = new PreparedServlet();
    jetty = JettyContainer.start(filter, bare);
    tomcat = TomcatContainer.start(filter, bare);
    Optional<Nginx> nginx =
        Nginx.whyAbsent(served).isEmpty() ? Optional.of(Nginx.start()) : Optional.empty();
    for (Served one : List.of(first, served)) {
      String url = autoversion.url(one.url());
      bare.prepare(autoversion.respond(new PreparedRequest(url, one)).orElseThrow());
      connect(one, url);
      if (nginx.isPresent()) {
        KeptConnection connection =
            KeptConnection.to(nginx.get().port(), one.url(), one.acceptEncoding());
        peers.put("nginx", new Peer(connection, nginx.get()::nanos));
      }
      order.clear();
      order.addAll(peers.keySet());
      check(one);
      for (int i = 0; one == first && i < FIRST_TURNS; i++) {
        get(new Taken());
      }
    }
  }

  /** Stops them. */
  @TearDown
  public void stop() throws Exception {
    jetty.stop().now();
    tomcat.stop().now();
  }

  /**
   * Some requests to each, in another order each time: whoever comes after another server finds its
   * threads asleep and the processor's caches full of other things, which made 1.2 of 1.05.
   */
  @Benchmark
  public void get(Taken taken) throws IOException {
    Collections.shuffle(order, random);
    for (String name : order) {
      taken.add(name, Objects.requireNonNull(peers.get(name)).nanos(TURN));
    }
  }

  private void connect(Served served, String url) throws IOException {
    connect("Ours", "/ours" + url, served.acceptEncoding());
    connect("Bare", "/bare" + url, served.acceptEncoding());
    if (served.isCompressed()) {
      connect(PLAIN, "/ours" + url, "identity");
    } else { // What they send compressed, they compress each time.
      connect("Static", "/static" + url, served.acceptEncoding());
    }
  }

  private void connect(String name, String path, String acceptEncoding) throws IOException {
    for (Map.Entry<String, Container> each : Map.of("jetty", jetty, "tomcat", tomcat).entrySet()) {
      int port = each.getValue().port();
      peers.put(
          each.getKey() + name,
          new Peer(KeptConnection.to(port, path, acceptEncoding), ServerTime::nanos));
    }
  }

  private void check(Served served) throws IOException {
    for (Map.Entry<String, Peer> peer : peers.entrySet()) {
      boolean coded = served.isCompressed() && !peer.getKey().endsWith(PLAIN);
      String coding = coded ? served.acceptEncoding() : "";
      KeptConnection.Answer answer = peer.getValue().connection().get();
      boolean right =
          answer.head().startsWith("HTTP/1.1 200")
              && answer.header("Content-Encoding").equals(coding)
              && (peer.getKey().endsWith("Static")
                  || answer.header("Cache-Control").contains("immutable"));
      if (!right) {
        throw new IllegalStateException(peer.getKey() + ": " + answer.head());
      }
    }
  }
}
