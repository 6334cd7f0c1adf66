package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A value that several threads want at once. */
final class OnceTest {
  @Test
  void get_madeOnce() throws Exception {
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch may = new CountDownLatch(1);
    AtomicInteger times = new AtomicInteger();
    Once<Object> once =
        new Once<>(
            () -> {
              times.incrementAndGet();
              making.countDown();
              await(may);
              return new Object();
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Object> first = threads.submit(once::get);
      making.await();
      Future<Object> second = threads.submit(once::get);
      may.countDown();
      assertSame(first.get(), second.get());
      assertSame(first.get(), once.get());
      assertEquals(1, times.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void get_failedIsTriedAgain() throws IOException {
    AtomicInteger times = new AtomicInteger();
    Once<String> once =
        new Once<>(
            () -> {
              if (times.incrementAndGet() == 1) {
                throw new IOException("Too many open files");
              }
              return "made";
            });
    assertEquals("Too many open files", assertThrows(IOException.class, once::get).getMessage());
    assertEquals("made", once.get());
    assertEquals("made", once.get());
    assertEquals(2, times.get());
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
