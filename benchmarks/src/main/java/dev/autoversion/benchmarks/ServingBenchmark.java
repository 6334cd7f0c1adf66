package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
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

/** A request over a kept connection on loopback, and the container's answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 20)
@Measurement(iterations = 10)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServingBenchmark {
  private static final String SMALL = AssetTree.PREFIX + "/font-awesome/6.7.2/svgs/solid/house.svg";
  private static final String LARGE =
      AssetTree.PREFIX + "/bootstrap/5.3.8/dist/js/bootstrap.bundle.js";

  /** What stands before the container's own servlet. */
  @Param({"nothing", "autoversion"})
  public String filter = "";

  /** Which file. */
  @Param({"small", "large"})
  public String file = "";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server = new Server(threads());
  private HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1")).build();

  /** Starts the container, and checks that it answers. */
  @Setup
  public void start() throws Exception {
    Autoversion autoversion = Sites.rechecking();
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.setBaseResourceAsPath(AssetTree.ROOT.toAbsolutePath().getParent());
    Filter none = (asked, answer, chain) -> chain.doFilter(asked, answer);
    Filter chosen = filter.equals("autoversion") ? new AutoversionFilter(autoversion) : none;
    context.addFilter(new FilterHolder(chosen), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(ResourceServlet.class, "/");
    server.setHandler(context);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.start();
    String url = autoversion.url(file.equals("small") ? SMALL : LARGE);
    URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + url);
    request = HttpRequest.newBuilder(address).build();
    HttpResponse<byte[]> answer = get();
    String caching = answer.headers().firstValue("Cache-Control").orElse("");
    if (answer.statusCode() != 200
        || caching.contains("immutable") != filter.equals("autoversion")) {
      throw new IllegalStateException(answer + " " + answer.headers());
    }
  }

  /** One request and its answer. */
  @Benchmark
  public HttpResponse<byte[]> get() throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName(ServerTime.THREADS);
    // Never stopped: what its threads took is read when the last iteration is over.
    threads.setDaemon(true);
    return threads;
  }
}
