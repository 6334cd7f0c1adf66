package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Linearity} holds. */
@Tag("fork")
class LinearityTest {
  @TempDir Path scratch;

  @Test
  void threads_oneAfterTheOther() throws Exception {
    List<String> lines = Fork.of(Linearity.class).lines(scratch);
    assertEquals(
        List.of(
            "invalidate while loading holds",
            "the seam to the caches holds",
            "the table in front holds"),
        lines.stream().filter(line -> line.endsWith(" holds")).toList());
  }
}
