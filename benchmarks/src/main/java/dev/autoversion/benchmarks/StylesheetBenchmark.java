package dev.autoversion.benchmarks;

import dev.autoversion.Autoversion;
import dev.autoversion.reference.Stylesheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
  // The references in Font Awesome's.
  private static final int FONTS = 20;

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

  /** How many bytes the stylesheet has. */
  static int size(String file) {
    try {
      return bytes(file).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(String file) {
    return file.equals("bootstrap") ? AssetTree.BOOTSTRAP : AssetTree.FONT_AWESOME;
  }

  /** Bytes to bytes. */
  private interface Way {
    byte[] rewrite(StylesheetBenchmark sheet) throws IOException;
  }

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Ours implements Way {
    private static final Pattern VERSION = Pattern.compile("\\?v=[0-9a-f]{12}\\b");

    private final Autoversion autoversion = Sites.never();

    /** Checks the result. */
    @Setup
    public void check(StylesheetBenchmark sheet) throws IOException {
      sheet.check(this, VERSION, sheet.versions());
    }

    @Override
    public byte[] rewrite(StylesheetBenchmark sheet) {
      URI base = URI.create(sheet.url);
      return Stylesheet.of(sheet.bytes)
          .rewrite(
              value ->
                  value.startsWith("data:")
                      ? value
                      : autoversion.url(base.resolve(value).toString()));
    }
  }

  /** Spring's. */
  @State(Scope.Benchmark)
  public static class Spring implements Way {
    private static final Pattern VERSION = Pattern.compile("-[0-9a-f]{32}\\.");

    private SpringStylesheets stylesheets = new SpringStylesheets(new ResourceUrlProvider());

    /** Sets it up, and checks the result. */
    @Setup
    public void set(StylesheetBenchmark sheet) throws Exception {
      stylesheets = new SpringStylesheets(Sites.spring());
      sheet.check(this, VERSION, sheet.versions());
    }

    @Override
    public byte[] rewrite(StylesheetBenchmark sheet) throws IOException {
      return stylesheets.rewrite(sheet.url, sheet.bytes);
    }
  }

  /** Nothing is compared that did not do its work. */
  private void check(Way way, Pattern version, int expected) throws IOException {
    String rewritten = new String(way.rewrite(this), StandardCharsets.UTF_8);
    long found = version.matcher(rewritten).results().count();
    if (found != (long) expected * copies()) {
      throw new IllegalStateException(
          found + " versions in " + file + " by " + way + ", not " + expected + " * " + copies());
    }
  }

  /** In one copy; Bootstrap embeds its images. */
  private int versions() {
    return file.equals("bootstrap") ? 0 : FONTS;
  }

  private int copies() throws IOException {
    return bytes.length / Files.readAllBytes(AssetTree.file(url)).length;
  }

  /** Ours. */
  @Benchmark
  public byte[] autoversion(Ours ours) {
    return ours.rewrite(this);
  }

  /** Spring's. */
  @Benchmark
  public byte[] spring(Spring spring) throws IOException {
    return spring.rewrite(this);
  }
}
