package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamingTest {
  @ParameterizedTest
  @CsvSource({
    "assets/main-0.js, true",
    "assets/main-9.js, true",
    "assets/main-A.js, true",
    "assets/main-Z.js, true",
    "assets/main-zyxwvuta.js, true",
    "assets/main-abcdefghz.js, true",
    "assets/main-abcdefg.js, false",
    "assets/main-abcd-efgh.js, false",
    "assets/main.bundle.js, false",
    "assets/main.js, false",
    "assets/main.js?v=1, true",
    "assets/main.js?v=dev, false",
    "assets/stylesheet.js, true",
    "assets/page2.js, false",
  })
  void isOf_hash(String file, boolean renamed) {
    Renaming renaming = renaming(Map.of("src/main.ts", file, "src/page2.ts", "assets/page2.js"));
    assertEquals(renamed, renaming.isOf(file, List.of("src/main.ts")));
  }

  /** A chunk has just the name of its file, so what has another one tells whether there are any. */
  @ParameterizedTest
  @CsvSource({
    "assets/main-DKlPqP.js, true",
    "assets/main-DKlPqP.css?x, true",
    "assets/main-DKlPqP.png, false",
    "assets/main.js, false",
  })
  void isOf_chunk(String main, boolean renamed) {
    Renaming renaming =
        renaming(
            Map.of(
                "main.js", main,
                "_shared1.js", "assets/shared1.js",
                "a/_cart2.js", "assets/cart2.js",
                "_worker_assets/w-BZ0ffai0.js", "assets/w-BZ0ffai0.js"));
    assertEquals(renamed, renaming.isOf("assets/shared1.js", List.of("_shared1.js")));
    assertEquals(renamed, renaming.isOf("assets/cart2.js", List.of("a/_cart2.js")));
    assertEquals(
        renamed, renaming.isOf("assets/w-BZ0ffai0.js", List.of("_worker_assets/w-BZ0ffai0.js")));
  }

  /** Nor does a chunk whose file has a hash say so of the others. */
  @Test
  void isOf_chunkAlone() {
    Renaming renaming = renaming(Map.of("_shared1.js", "assets/shared1.js"));
    assertEquals(false, renaming.isOf("assets/shared1.js", List.of("_shared1.js")));
    assertEquals(false, renaming.isOf("assets/nameless1.js", List.of()));
  }

  private static Renaming renaming(Map<String, String> published) {
    return new Renaming(new LiteralManifest(published, Map.of(), Map.of()));
  }
}
