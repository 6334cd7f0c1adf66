package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fuzzer began with, and what it found, is answered. Each module with targets runs it. */
public abstract class SeedContract {
  static List<Seed> seeds() throws IOException {
    return Seed.all();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void replay(Seed seed) throws Exception {
    seed.replay();
  }

  @Test
  void targets_haveSeeds() throws IOException {
    assertEquals(Seed.targets(), Seed.all().stream().map(Seed::target).distinct().toList());
  }
}
