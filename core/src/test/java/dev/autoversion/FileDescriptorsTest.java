package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files are closed whatever happens, and a process that may open no more gives no wrong answer. */
@EnabledOnOs(OS.LINUX)
final class FileDescriptorsTest {
  @TempDir Path site;

  @Test
  void lookUps_tenThousand() throws IOException {
    ManualTime time = ManualTime.now(); // The files are too recent, so each look reads them.
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("a.css"), "a { background: url(a.txt) }");
    Files.createSymbolicLink(site.resolve("link.txt"), Path.of("a.txt"));
    CountingSource source = new CountingSource(site);
    Autoversion autoversion =
        time.builder().source("/s", source).recheckAfter(Duration.ZERO).build();
    for (int i = 0; i < 2_500; i++) {
      assertEquals("/s/a.txt?v=7692c3ad3540", autoversion.url("/s/a.txt"));
      assertEquals("/s/link.txt?v=7692c3ad3540", autoversion.url("/s/link.txt"));
      assertEquals("/s/no.txt", autoversion.url("/s/no.txt"));
      autoversion.respond(Asked.get(autoversion.url("/s/a.css")).accepting("gzip"));
      if (i % 100 == 0) {
        autoversion.explain("/s/ax.txt");
      }
    }
    assertTrue(source.opens() >= 7_500, "read each time");
    assertEquals(List.of(), OpenFiles.below(site));
  }

  @Test
  void readFails_fileIsClosed() throws IOException {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("a.css"), "a { background: url(a.txt) }");
    CountingSource source = new CountingSource(site).stream(FileDescriptorsTest::failing);
    Autoversion autoversion = ManualTime.later().builder().source("/s", source).build();
    try (CapturedLog log = CapturedLog.open()) {
      assertEquals("/s/a.txt", autoversion.url("/s/a.txt"));
      assertEquals("/s/a.css", autoversion.url("/s/a.css"));
      autoversion.respond(Asked.get("/s/a.css?v=000000000000"));
      assertEquals(2, log.lines().size());
    }
    assertEquals(List.of(), OpenFiles.below(site));
  }

  @Test
  @Tag("fork")
  void noneLeft_lastVersionsStay() throws Exception {
    Files.writeString(site.resolve("a.txt"), "one");
    Files.writeString(site.resolve("b.txt"), "two");
    assertEquals(
        List.of(
            "/s/a.txt?v=7692c3ad3540",
            "/s/b.txt",
            "/s/none.txt",
            "WARNING '/s/a.txt' keeps its last version: directory "
                + site
                + " failed: java.nio.file.FileSystemException: "
                + site
                + "/a.txt: Too many open files",
            "WARNING '/s/b.txt' stays unversioned: directory "
                + site
                + " failed: java.nio.file.FileSystemException: "
                + site
                + "/b.txt: Too many open files",
            "/s/a.txt?v=8b5b9db0c13d",
            "/s/b.txt?v=3fc4ccfe7458",
            "/s/none.txt"),
        Fork.of(Exhausted.class)
            .after("ulimit -n 64")
            .environment("LC_ALL", "C.UTF-8")
            .argument(site)
            .lines(site));
  }

  /** Opens files until there are no more to be had, and asks for assets then. */
  static final class Exhausted {
    private static final List<String> REFERENCES = List.of("/s/a.txt", "/s/b.txt", "/s/none.txt");

    public static void main(String[] arguments) throws IOException {
      Path site = Path.of(arguments[0]);
      ManualTime time = ManualTime.later();
      try (CapturedLog log = CapturedLog.open()) {
        loadClassesForFailures(site);
        int before = log.lines().size();
        Autoversion autoversion = time.builder().directory("/s", site).build();
        autoversion.url("/s/a.txt");
        Files.writeString(site.resolve("a.txt"), "three");
        time.advance(Duration.ofSeconds(1));
        Deque<InputStream> opened = openAll();
        List<String> answers = REFERENCES.stream().map(autoversion::url).toList();
        while (!opened.isEmpty()) {
          opened.pop().close();
        }
        answers.forEach(System.out::println);
        log.lines().subList(before, log.lines().size()).forEach(System.out::println);
        time.advance(Duration.ofSeconds(1));
        REFERENCES.stream().map(autoversion::url).forEach(System.out::println);
      }
    }

    /** A class that is loaded from now on needs a file to be opened, too. */
    private static void loadClassesForFailures(Path site) {
      ManualTime time = ManualTime.later();
      CountingSource source = new CountingSource(site);
      Autoversion autoversion = time.builder().source("/s", source).build();
      autoversion.url("/s/a.txt");
      source.beforeOpen(
          path -> {
            throw new FileSystemException("none");
          });
      autoversion.invalidate();
      REFERENCES.stream().map(autoversion::url).toList();
    }

    private static Deque<InputStream> openAll() {
      Deque<InputStream> opened = new ArrayDeque<>();
      try {
        while (true) {
          opened.push(Files.newInputStream(Path.of("/dev/null")));
        }
      } catch (IOException e) {
        return opened;
      }
    }
  }

  private static InputStream failing(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        throw new IOException("connection reset");
      }

      @Override
      public byte[] readAllBytes() throws IOException {
        throw new IOException("connection reset");
      }
    };
  }
}
