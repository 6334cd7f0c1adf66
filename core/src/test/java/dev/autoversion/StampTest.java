package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StampTest {
  private static final FileTime MORNING = FileTime.from(Instant.parse("2020-01-01T08:00:00Z"));
  private static final FileTime EVENING = FileTime.from(Instant.parse("2020-01-01T18:00:00Z"));
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  @TempDir Path site;

  @Test
  void of_sizeAndTime() {
    Stamp stamp = Stamp.of(3, MORNING);
    assertEquals(Stamp.of(3, MORNING), stamp);
    assertEquals(Stamp.of(3, MORNING).hashCode(), stamp.hashCode());
    assertNotEquals(Stamp.of(4, MORNING), stamp);
    assertNotEquals(Stamp.of(3, EVENING), stamp);
    assertTrue(stamp.isReliable(NOW));
    assertFalse(stamp.isReliable(MORNING.toInstant()));
    assertFalse(Stamp.of(3, FileTime.fromMillis(0)).isReliable(NOW), "no time is known");
    assertEquals(
        "Stamp[size=3, modified=2020-01-01T08:00:00Z, changed=2020-01-01T08:00:00Z, key=]",
        stamp.toString());
  }

  /** A user's own source may tell any time. */
  @Test
  void isReliable_atTheEndsOfTime() {
    assertTrue(Stamp.of(3, FileTime.from(Instant.MAX)).isReliable(NOW));
    assertTrue(Stamp.of(3, FileTime.from(Instant.MIN)).isReliable(NOW));
    assertFalse(Stamp.of(3, FileTime.from(Instant.MAX)).isReliable(Instant.MAX));
  }

  @Test
  void ofIdentity_text() {
    Stamp stamp = Stamp.ofIdentity("row 7, revision 3");
    assertEquals(Stamp.ofIdentity("row 7, revision 3"), stamp);
    assertNotEquals(Stamp.ofIdentity("row 7, revision 4"), stamp);
    assertTrue(stamp.isReliable(NOW));
    assertEquals(
        "an identity is a text that names the bytes, not empty",
        assertThrows(IllegalArgumentException.class, () -> Stamp.ofIdentity("")).getMessage());
  }

  @Test
  void ofFile_anotherOfEqualSizeAndTime() throws IOException {
    Path file = Files.writeString(site.resolve("a"), "one");
    Files.setLastModifiedTime(file, MORNING);
    Stamp before = Stamp.ofFile(file);
    assertEquals(before, Stamp.ofFile(file));
    Path other = Files.writeString(site.resolve("b"), "two");
    Files.setLastModifiedTime(other, MORNING);
    assertNotEquals(before, Stamp.ofFile(other));
  }
}
