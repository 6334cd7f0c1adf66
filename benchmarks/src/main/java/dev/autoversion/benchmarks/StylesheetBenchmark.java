package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.reference.Stylesheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
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
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** From a stylesheet's bytes to bytes with versioned references, all of them known already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StylesheetBenchmark {
  private static final int LARGE = 5_000_000;

  /** Which stylesheet. */
  @Param({"bootstrap", "font-awesome", "large"})
  public String file = "";

  private byte[] bytes = {};
  private String url = "";

  /** Reads the stylesheet. */
  @Setup
  public void read() throws IOException {
    url = url(file);
    bytes = bytes(file);
  }

  /** The large one is Font Awesome's, again and again. */
  static byte[] bytes(String file) throws IOException {
    byte[] one = Files.readAllBytes(AssetTree.file(url(file)));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    do {
      all.write(one);
    } while (file.equals("large") && all.size() < LARGE);
    return all.toByteArray();
  }

  private static String url(String file) {
    return file.equals("bootstrap") ? AssetTree.BOOTSTRAP : AssetTree.FONT_AWESOME;
  }

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Ours {
    private final Autoversion autoversion = Sites.never();
  }

  /** Spring's. */
  @State(Scope.Benchmark)
  public static class Spring {
    private SpringStylesheets stylesheets = new SpringStylesheets(new ResourceUrlProvider());

    /** Sets it up. */
    @Setup
    public void set() throws Exception {
      stylesheets = new SpringStylesheets(Sites.spring());
    }
  }

  /** Ours. */
  @Benchmark
  public byte[] autoversion(Ours ours) {
    URI base = URI.create(url);
    return Stylesheet.of(bytes)
        .rewrite(
            value ->
                value.startsWith("data:")
                    ? value
                    : ours.autoversion.url(base.resolve(value).toString()));
  }

  /** Spring's. */
  @Benchmark
  public Object spring(Spring spring) throws IOException {
    return spring.stylesheets.rewrite(url, bytes);
  }
}
