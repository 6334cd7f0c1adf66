package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedVersionStrategyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2.4.1 ", "2_4", "v 2", "\"><script>", "a&b"})
  void fixed_notAVersion(String text) {
    assertThrows(IllegalArgumentException.class, () -> VersionStrategy.fixed(text));
  }

  @Test
  void url_alsoOfWhatRefersToOthers(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("a.css"), "i { background: url(b.txt) }");
    Files.writeString(site.resolve("b.txt"), "one");
    Autoversion autoversion =
        ManualTime.later()
            .builder()
            .directory("/s", site)
            .version(VersionStrategy.fixed("2.4.1"))
            .build();
    assertEquals("/s/a.css?v=2.4.1", autoversion.url("/s/a.css"));
    assertEquals("/s/b.txt?v=2.4.1", autoversion.url("/s/b.txt"));
    assertEquals("/s/c.txt", autoversion.url("/s/c.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.4.1,     2.5.0, true",
    "2.4.1,     10.0,  true",
    "2.4.1,     file,  false",
    "release-7, v8,    true",
    "abc123,    abc12, false",
    "abc123,    def45a, true",
    "abc123,    abc12z, false",
  })
  void couldGive_itsForm(String version, String other, boolean could) {
    assertEquals(could, VersionStrategy.fixed(version).couldGive(new Version(other)));
  }

  @Test
  void toString_namesIt() {
    assertEquals("fixed(2.4.1)", VersionStrategy.fixed("2.4.1").toString());
  }
}
