package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LastModifiedStrategyTest {
  private static final LogicalPath PATH = LogicalPath.of("a.css").orElseThrow();

  @TempDir Path site;

  /** What a real Python made of a file's time, once; the first line of the file says how. */
  static List<Fixture.Row> versionOf_sameAsPython() throws IOException {
    return Fixture.rows("python-getmtime.tsv");
  }

  /** As above, but for times that JDK 17 reads from a file and can't write to one. */
  static List<Fixture.Row> versionOf_realFile() throws IOException {
    return Fixture.rows("python-getmtime.tsv").stream()
        .filter(row -> seconds(row) >= 0 && seconds(row) <= Long.MAX_VALUE / 1_000_000_000)
        .toList();
  }

  @BeforeEach
  void writeFile() throws IOException {
    Files.writeString(site.resolve("a.css"), "two");
  }

  @ParameterizedTest
  @MethodSource
  void versionOf_sameAsPython(Fixture.Row row) throws IOException {
    Asset asset = new Row(PATH, FileTime.from(time(row)));
    assertEquals(row.cell(2), VersionStrategy.lastModified().versionOf(asset).value());
  }

  @ParameterizedTest
  @MethodSource
  void versionOf_realFile(Fixture.Row row) throws IOException {
    setTime(time(row));
    Asset file = AssetSource.directory(site).find(PATH).orElseThrow();
    assertEquals(row.cell(2), VersionStrategy.lastModified().versionOf(file).value());
  }

  /** The post's own example: a time in its URL changes as the file's does, and back. */
  @Test
  void url_followsTime() throws IOException {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .version(VersionStrategy.lastModified())
            .build();
    setTime(Instant.parse("2014-03-06T12:01:10.5Z"));
    assertEquals("/static/a.css?v=1394107270.5", autoversion.url("/static/a.css"));
    setTime(Instant.parse("2013-03-06T12:01:10.25Z"));
    autoversion.invalidate();
    assertEquals("/static/a.css?v=1362571270.25", autoversion.url("/static/a.css"));
  }

  @Test
  void url_fileName_dotAndDashRewritten() throws IOException {
    Autoversion autoversion =
        Autoversion.builder()
            .directory("/static", site)
            .version(VersionStrategy.lastModified())
            .placement(Placement.fileName())
            .build();
    setTime(Instant.parse("1970-01-01T00:00:00.000000001Z"));
    assertEquals("/static/a-1e~09.css", autoversion.url("/static/a.css"));
    assertEquals("/static/a-1e~09.css", autoversion.url("/static/a-1e~09.css"));
    setTime(Instant.parse("2014-03-06T12:01:10.5Z"));
    autoversion.invalidate();
    assertEquals("/static/a-1394107270_5.css", autoversion.url("/static/a.css"));
  }

  @ParameterizedTest
  @CsvSource({
    "1700000000.25, true",
    "0.9,           true",
    "-1.0,          true",
    "1e-05,         true",
    "file,          false",
    "1.0a,          false",
    "9f3c2ab1d04e,  false",
  })
  void couldGive_aNumber(String version, boolean could) {
    assertEquals(could, VersionStrategy.lastModified().couldGive(new Version(version)));
  }

  @Test
  void toString_namesIt() {
    assertEquals("lastModified()", VersionStrategy.lastModified().toString());
  }

  private void setTime(Instant time) throws IOException {
    Files.setLastModifiedTime(site.resolve("a.css"), FileTime.from(time));
  }

  private static Instant time(Fixture.Row row) {
    return Instant.ofEpochSecond(seconds(row), Long.parseLong(row.cell(1)));
  }

  private static long seconds(Fixture.Row row) {
    return Long.parseLong(row.cell(0));
  }

  /** An asset of a user's own source: a row of a database. */
  private record Row(LogicalPath path, FileTime lastModified) implements Asset {
    @Override
    public long size() {
      return 3;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream("two".getBytes(StandardCharsets.UTF_8));
    }
  }
}
