package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slow look remembers what it has known of a stylesheet after a quick one knows better. */
class OlderCoverTest {
  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void respond_childIsOlderAgain() throws Exception {
    Files.writeString(site.resolve("a.css"), "@import 'b.css';i{background:url(no.png)}");
    Files.writeString(site.resolve("b.css"), "i{background:url(c.png)}");
    Files.writeString(site.resolve("c.png"), "two");
    Files.writeString(site.resolve("slow.css"), "@import 'b.css';i{background:url(slow.png)}");
    CountingSource source = new CountingSource(site);
    Autoversion autoversion = time.builder().source("/s", source).build();
    String url = autoversion.url("/s/a.css");
    FutureTask<String> slow = new FutureTask<>(() -> autoversion.url("/s/slow.css"));
    source.beforeFind(path -> waitFor("slow.png", path));
    new Thread(slow).start();
    looking.await();
    AtomicBoolean edited = new AtomicBoolean();
    source.beforeOpen(
        path -> {
          if (path.value().equals("a.css") && edited.compareAndSet(false, true)) {
            Files.writeString(site.resolve("c.png"), "three");
            time.advance(Duration.ofSeconds(1));
            autoversion.url("/s/b.css");
          }
        });
    source.beforeFind(
        path -> {
          if (path.value().equals("no.png") && edited.get()) { // It comes after b.css.
            end.countDown();
            finish(slow);
          }
        });
    assertEquals(Optional.empty(), autoversion.respond(Asked.get(url)));
  }

  private void waitFor(String name, LogicalPath path) throws IOException {
    if (path.value().equals(name)) {
      looking.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private static void finish(FutureTask<String> slow) throws IOException {
    try {
      slow.get();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
