package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large text is read for its version and for its type at once, however a strategy reads. */
class ReadingTest {
  private static final String TEXT = "let x = 1;\n".repeat(100_000) + "// end";
  private static final FileTime THEN = FileTime.from(Instant.parse("2024-01-02T03:04:05Z"));

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();

  /** Ways to read an asset, or not to. */
  enum Way implements VersionStrategy {
    TIME_ALONE {
      @Override
      public Version versionOf(Asset asset) throws IOException {
        return VersionStrategy.lastModified().versionOf(asset);
      }
    },
    NO_BYTES {
      @Override
      String read(InputStream in) throws IOException {
        return Integer.toString(in.read(new byte[0]));
      }
    },
    BACK_TO_A_MARK {
      @Override
      String read(InputStream in) throws IOException {
        if (in.markSupported()) {
          in.mark(1);
          in.read();
          in.reset();
        }
        return Integer.toString(in.read());
      }
    },
    TWICE {
      @Override
      public Version versionOf(Asset asset) throws IOException {
        super.versionOf(asset);
        return VersionStrategy.contentHash().versionOf(asset);
      }

      @Override
      String read(InputStream in) throws IOException {
        return Integer.toString(in.read());
      }
    };

    @Override
    public Version versionOf(Asset asset) throws IOException {
      try (InputStream in = asset.open()) {
        return new Version(read(in));
      }
    }

    String read(InputStream in) throws IOException {
      return "1";
    }
  }

  @ParameterizedTest
  @EnumSource
  void respond_allOfIt(Way way) throws IOException {
    Files.writeString(site.resolve("big.js"), TEXT);
    Autoversion autoversion = time.builder().directory("/s", site).version(way).build();
    Sent sent = Sent.of(autoversion, Asked.get(autoversion.url("/s/big.js")));
    assertEquals("text/javascript;charset=utf-8", sent.header("Content-Type"));
    assertEquals(TEXT, sent.text());
  }

  /** Equal bytes are the same, whenever they were written. */
  @Test
  void integrity_writtenAnew_byContent() throws IOException {
    Autoversion autoversion = writtenAnew(VersionStrategy.contentHash());
    // head -c 1048577 /dev/zero | openssl dgst -sha384 -binary | base64
    assertEquals(
        Optional.of("sha384-3qXt0tJCRduvzGyQytTTXNuOmbiUH5bHq7ELn+gbRyM7OuZrzxPR8mdIWdxGCTLL"),
        autoversion.integrity("/s/a.mp4"));
  }

  /** A release tells nothing of bytes, so only an equal stamp does. */
  @Test
  void integrity_writtenAnew_byRelease() throws IOException {
    Autoversion autoversion = writtenAnew(VersionStrategy.fixed("1.0"));
    assertEquals(Optional.empty(), autoversion.integrity("/s/a.mp4"));
  }

  private Autoversion writtenAnew(VersionStrategy strategy) throws IOException {
    Path file = Files.write(site.resolve("a.mp4"), new byte[1_048_577]);
    Autoversion autoversion = time.builder().directory("/s", site).version(strategy).build();
    autoversion.url("/s/a.mp4");
    Files.setLastModifiedTime(file, THEN);
    return autoversion;
  }
}
