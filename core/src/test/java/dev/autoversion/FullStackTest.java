package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thread that works for others at the very end of its stack, as in a template that includes
 * itself, can't even tell them that it failed. They notice.
 */
@Tag("fork")
class FullStackTest {
  @TempDir Path scratch;

  @Test
  void run_leaderOutOfStack_othersTryForThemselves() throws Exception {
    assertEquals(List.of("{made=640}"), Fork.of(Program.class).option("-Xint").lines(scratch));
  }

  /** In a JVM of its own: a class that is initialised without enough stack is lost for ever. */
  static final class Program {
    private static final long STACK = 1 << 17;
    private static final long PAGE = 1 << 12;
    private static final int SIZES = 16;
    private static final int DEPTHS = 40;

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      waitOnce();
      SingleFlight<String> flights = new SingleFlight<>(System::nanoTime);
      for (int i = 0; i < 200; i++) {
        flights.run("before " + i, new Made());
      }
      Map<String, Integer> results = new TreeMap<>();
      // Each thread has one call less below it than the one before; stacks of other sizes end at
      // other places between two calls.
      for (long stack = STACK; stack < STACK + SIZES * PAGE; stack += PAGE) {
        int deepest = deepest(stack);
        for (int calls = deepest; calls > deepest - DEPTHS; calls--) {
          String key = stack + " " + calls;
          Callable<String> work = () -> flights.run(key, new Made());
          call(stack, calls, work);
          results.merge(later(work), 1, Integer::sum);
        }
      }
      System.out.println(results);
      System.exit(0); // Whoever still waits is not waited for.
    }

    /** So that every class for it is there. */
    private static void waitOnce() throws Exception {
      CompletableFuture<String> made = new CompletableFuture<>();
      Thread asking = new Thread(() -> made.join());
      asking.start();
      while (asking.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      made.complete("made");
      asking.join();
    }

    private static String later(Callable<String> work) throws Exception {
      FutureTask<String> task = new FutureTask<>(work);
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      thread.start();
      try {
        return task.get(5, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        return "waits for ever";
      }
    }

    /** How many calls the stack has room for. */
    private static int deepest(long stack) throws InterruptedException {
      int least = 0;
      int most = 1 << 16;
      while (least < most - 1) {
        int calls = (least + most) / 2;
        if (call(stack, calls, () -> "")) {
          least = calls;
        } else {
          most = calls;
        }
      }
      return least;
    }

    private static boolean call(long stack, int calls, Callable<String> work)
        throws InterruptedException {
      boolean[] done = {false};
      Runnable bottom =
          () -> {
            try {
              down(calls, work);
              done[0] = true;
            } catch (StackOverflowError e) {
              // What this is about.
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          };
      Thread thread = new Thread(null, bottom, "deep", stack);
      thread.start();
      thread.join();
      return done[0];
    }

    private static void down(int calls, Callable<String> work) throws Exception {
      if (calls > 0) {
        down(calls - 1, work);
      } else {
        work.call();
      }
    }
  }

  private static final class Made implements SingleFlight.Work<String> {
    @Override
    public String result() {
      return "made";
    }

    @Override
    public boolean isAcceptable(String early) {
      return true;
    }

    @Override
    public @Nullable Supplier<String> fallback() {
      return null;
    }

    @Override
    public String inCircle() {
      return "in a circle";
    }
  }
}
