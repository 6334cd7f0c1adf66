package dev.autoversion.benchmarks;

import dev.autoversion.reference.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** From a script's bytes to its imports. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScriptBenchmark {
  /** Which script: one as it was written, one that was made small. */
  @Param({"bootstrap", "font-awesome"})
  public String file = "";

  private byte[] bytes = {};

  /** Reads the script. */
  @Setup
  public void read() throws IOException {
    bytes = bytes(file);
  }

  /** How many bytes the script has. */
  static int size(String file) {
    try {
      return bytes(file).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(
        AssetTree.ROOT.resolve(
            file.equals("bootstrap")
                ? "bootstrap/5.3.8/dist/js/bootstrap.esm.js"
                : "font-awesome/6.7.2/js/all.min.js"));
  }

  /** Ours. */
  @Benchmark
  public Script script() {
    return Script.of(bytes);
  }
}
