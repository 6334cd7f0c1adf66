package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
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

/** A request to a container, from its bytes to those of the answer, without a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
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

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);
  private String request = "";

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
    server.addConnector(connector);
    server.start();
    String url = autoversion.url(file.equals("small") ? SMALL : LARGE);
    request = "GET " + url + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answer = connector.getResponse(request);
    boolean immutable = answer.contains("immutable");
    if (!answer.startsWith("HTTP/1.1 200") || immutable != filter.equals("autoversion")) {
      throw new IllegalStateException(answer);
    }
  }

  /** Stops it. */
  @TearDown
  public void stop() throws Exception {
    server.stop();
  }

  /** One request and its answer. */
  @Benchmark
  public Object get() throws Exception {
    return connector.getResponse(request);
  }
}
