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
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
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
 * Requests over a kept connection on loopback to one container with two applications, and the
 * processor time that each request takes there. In two processes, how far each is compiled after
 * fifteen seconds would say more than the filter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 100)
@Measurement(iterations = 20)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServingBenchmark {
  private static final String SMALL = AssetTree.PREFIX + "/font-awesome/6.7.2/svgs/solid/house.svg";
  private static final String LARGE =
      AssetTree.PREFIX + "/bootstrap/5.3.8/dist/js/bootstrap.bundle.js";
  private static final int TURN = 20;

  /** Which file. */
  @Param({"small", "large"})
  public String file = "";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server = new Server(ServerTime.threads());
  private HttpRequest plain = request("http://127.0.0.1");
  private HttpRequest versioned = plain;

  /** Nanoseconds of the server. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Taken {
    /** Behind a filter that does nothing. */
    public long nothing;

    /** Behind ours. */
    public long autoversion;
  }

  /** Starts the container, and checks that it answers. */
  @Setup
  public void start() throws Exception {
    Autoversion autoversion = Sites.rechecking();
    Filter none = (asked, answer, chain) -> chain.doFilter(asked, answer);
    server.setHandler(
        new ContextHandlerCollection(
            application("/0", none), application("/1", new AutoversionFilter(autoversion))));
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.start();
    String url = autoversion.url(file.equals("small") ? SMALL : LARGE);
    plain = request("http://127.0.0.1:" + connector.getLocalPort() + "/0" + url);
    versioned = request("http://127.0.0.1:" + connector.getLocalPort() + "/1" + url);
    check(plain, false);
    check(versioned, true);
  }

  /** Stops it. */
  @TearDown
  public void stop() throws Exception {
    server.stop();
  }

  /** Some requests to each application in turn. */
  @Benchmark
  public void get(Taken taken) throws IOException, InterruptedException {
    taken.nothing += nanos(plain);
    taken.autoversion += nanos(versioned);
  }

  private long nanos(HttpRequest request) throws IOException, InterruptedException {
    long before = ServerTime.nanos();
    for (int i = 0; i < TURN; i++) {
      answer(request);
    }
    return ServerTime.nanos() - before;
  }

  private HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private void check(HttpRequest request, boolean immutable)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = answer(request);
    String caching = answer.headers().firstValue("Cache-Control").orElse("");
    if (answer.statusCode() != 200 || caching.contains("immutable") != immutable) {
      throw new IllegalStateException(answer + " " + answer.headers());
    }
  }

  private static ServletContextHandler application(String contextPath, Filter filter) {
    ServletContextHandler application = new ServletContextHandler();
    application.setContextPath(contextPath);
    application.setBaseResourceAsPath(AssetTree.ROOT.toAbsolutePath().getParent());
    application.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    application.addServlet(ResourceServlet.class, "/");
    return application;
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }
}
