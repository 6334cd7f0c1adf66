package dev.autoversion.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any bytes. */
class WebManifestLawsTest {
  // Ten megabytes each: what is not linear in time, or in memory, would not come back from them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "~~|[|~~|0",
        "~~|{\"a\":|~~|0",
        "{\"icons\":|[|~~|0",
        "[|[],|0]|0",
        "{\"icons\":[|{\"src\":\"a\"},|{}]}|833333",
        "{\"icons\":[{\"src\":\"|a|\"}]}|1",
        "{\"icons\":[{\"src\":\"|\\\\|\"}]}|1",
        "{\"|a|\":0}|0",
        "~~|1|~~|0",
        "[|1,|1]|0",
        "[|true,|1]|0",
        "~~|~ ~|~~|0",
        "~~|\"|~~|0",
      })
  void rewrite_long(String before, String piece, String behind, int references) {
    String many = piece.repeat(10_000_000 / piece.length());
    byte[] manifest = (before + many + behind).getBytes(UTF_8);
    WebManifest read = WebManifest.of(manifest);
    assertEquals(references, read.references().size());
    assertEquals(manifest.length + 4L * references, read.rewrite(value -> "?v=1" + value).length);
  }

  @Test
  void references_arraysAndObjects() {
    byte[] manifest = "[{},".repeat(5_000_000).getBytes(UTF_8);
    assertTimeoutPreemptively(
        ofSeconds(30), () -> assertEquals(List.of(), WebManifest.of(manifest).references()));
  }
}
