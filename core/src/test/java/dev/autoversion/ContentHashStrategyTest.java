package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashStrategyTest {
  private static final LogicalPath PATH = LogicalPath.of("a.css").orElseThrow();

  @TempDir Path site;

  /** Zeros, as {@code head -c 512 /dev/zero | sha256sum} prints them, around the buffers' ends. */
  @ParameterizedTest
  @CsvSource({
    "0,       e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "511,     117985087e92cba0e8fdd6b35599d4ef451dda3ed40c865cad00b01708721666",
    "512,     076a27c79e5ace2a3d47f9dd2e83e4ff6ea8872b3c2218f66c92b89b55f36560",
    "65535,   9f797b60edaf440d5831da53c35f4d4847a2f55adc64cfe887a7bcfcd9eca495",
    "65536,   de2f256064a0af797747c2b97505dc0b9f3df0de4f489eac731c23ae9ca9cc31",
    "65537,   3266304f31be278d06c3bd3eb9aa3e00c59bedec0a890de466568b0b90b0e01f",
    "1048583, 8cd66c0067f5824edbd967efc4f03d328c6a58727b96b37736e26638eba47fb0",
  })
  void versionOf_anySize(int size, String sha256) throws IOException {
    Files.write(site.resolve("a.css"), new byte[size]);
    assertEquals(sha256, version(VersionStrategy.contentHash(64)));
  }

  /** {@code printf two | sha256sum} */
  @ParameterizedTest
  @CsvSource({
    "8,  3fc4ccfe",
    "12, 3fc4ccfe7458",
    "13, 3fc4ccfe74587",
    "64, 3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3",
  })
  void versionOf_firstDigits(int length, String version) throws IOException {
    Files.writeString(site.resolve("a.css"), "two");
    assertEquals(version, version(VersionStrategy.contentHash(length)));
  }

  @Test
  void versionOf_twelveDigitsByDefault() throws IOException {
    Files.writeString(site.resolve("a.css"), "two");
    assertEquals("3fc4ccfe7458", version(VersionStrategy.contentHash()));
    assertEquals("contentHash(12)", VersionStrategy.contentHash().toString());
  }

  /** Most assets are smaller than the first array; the others get one larger, and no third. */
  @Test
  void versionOf_asksForMoreOfALargeFile() throws IOException {
    Files.write(site.resolve("a.css"), new byte[200_000]);
    List<Integer> asked = new ArrayList<>();
    Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    CountingSource source =
        new CountingSource(site)
            .stream(
                bytes ->
                    new FilterInputStream(bytes) {
                      @Override
                      public int read(byte[] into, int from, int most) throws IOException {
                        asked.add(most);
                        arrays.add(into);
                        return super.read(into, from, most);
                      }
                    });
    VersionStrategy.contentHash().versionOf(source.find(PATH).orElseThrow());
    assertEquals(List.of(8_192, 65_536, 65_536, 65_536, 65_536), asked);
    assertEquals(2, arrays.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 7, 65, Integer.MAX_VALUE})
  void of_lengthOutOfRange(int length) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> VersionStrategy.contentHash(length));
    assertEquals(
        "a content hash has 8 to 64 hex digits, not " + length + "; 12 is the default",
        e.getMessage());
  }

  private String version(VersionStrategy strategy) throws IOException {
    return strategy.versionOf(AssetSource.directory(site).find(PATH).orElseThrow()).value();
  }
}
