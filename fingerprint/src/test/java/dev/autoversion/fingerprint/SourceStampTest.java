package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceStampTest {
  private static final Moment CHANGED = new Moment("2049", 1_700_000_000_500_000_000L);
  private static final Instant AT_ONCE = Instant.ofEpochSecond(1_700_000_000L, 600_000_000);

  @Test
  void isSettled_changedBeforeTheRun() {
    Moment began = new Moment("2049", 1_700_000_000_500_000_001L);
    assertTrue(SourceStamp.isSettled(CHANGED, began, AT_ONCE));
  }

  @Test
  void isSettled_changedAsTheRunBegan_hidesAnother() {
    assertFalse(SourceStamp.isSettled(CHANGED, CHANGED, AT_ONCE));
  }

  @Test
  void isSettled_journalOnAnotherFileSystem_tellsNothing() {
    Moment began = new Moment("2050", 1_700_000_001_000_000_000L);
    assertFalse(SourceStamp.isSettled(CHANGED, began, AT_ONCE));
  }

  @Test
  void isSettled_noJournal_afterTwoSeconds() {
    Instant two = Instant.ofEpochSecond(1_700_000_002L, 500_000_000);
    assertFalse(SourceStamp.isSettled(CHANGED, Moment.UNKNOWN, two));
    assertTrue(SourceStamp.isSettled(CHANGED, Moment.UNKNOWN, two.plusNanos(1)));
  }

  /** As on Windows: no change time, no inode. */
  @Test
  void of_fileSystemThatTellsLess_makesCopiesYoungAndVouchesForNone(@TempDir Path folder)
      throws IOException {
    URI zip = URI.create("jar:" + folder.resolve("a.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path source = Files.writeString(files.getPath("a.js"), "two");
      Path copy = Files.writeString(files.getPath("a-3fc4ccfe7458.js"), "two");
      FileTime later = FileTime.from(Instant.parse("2040-01-01T00:00:00Z"));
      SourceStamp first = SourceStamp.of(source, CHANGED);
      assertEquals(3, first.size());
      assertFalse(first.isReliable());
      assertTrue(first.isStillOn(source));
      Files.setLastModifiedTime(source, later);
      assertFalse(first.isStillOn(source));
      SourceStamp.of(source, CHANGED).put(copy, later);
      assertEquals(later, Files.getLastModifiedTime(copy));
      assertFalse(SourceStamp.of(source, CHANGED).isOn(copy, 3));
    }
  }
}
