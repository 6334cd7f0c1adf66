package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

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
}
