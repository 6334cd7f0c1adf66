package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final Thread caller = Thread.currentThread();
  private final CountDownLatch begun = new CountDownLatch(1);

  /** Who is interrupted waits for the others all the same, so that nobody writes any more. */
  @Test
  void each_interrupted_failsOnceAllHaveEnded() {
    assertThrows(
        InterruptedIOException.class, () -> new Workers(2).each(List.of(1, 2), this::work));
    assertTrue(Thread.interrupted());
  }

  private void work(int thing) {
    if (Thread.currentThread().equals(caller)) {
      while (begun.getCount() > 0) {
        Thread.onSpinWait();
      }
      caller.interrupt();
    } else {
      begun.countDown();
      while (caller.getState() != Thread.State.WAITING) { // For the second time.
        Thread.onSpinWait();
      }
    }
  }
}
