package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Application;
import dev.autoversion.Autoversion;
import dev.autoversion.Fork;
import dev.autoversion.Placement;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose filter has sent all kinds of answers is collected once it is taken off. */
@Tag("fork")
public final class RedeployTest {
  @TempDir Path root;

  @BeforeEach
  void write() throws IOException {
    AssetFiles.put(root, "static/app.js", "two"); // printf two | sha256sum: 3fc4ccfe7458
    // head -c 1000000 /dev/zero | sha256sum: d29751f2649b
    Files.write(root.resolve("static/large.bin"), new byte[1_000_000]);
  }

  @Test
  void redeploy_collectedEachTime(@TempDir Path scratch) throws Exception {
    List<String> all = List.of("collected 3");
    List<String> first = server().lines(scratch);
    // The JVM itself keeps one now and then, as in core's test of the same name.
    assertEquals(all, first.equals(all) ? first : server().lines(scratch));
  }

  private Fork server() {
    return Fork.of(Server.class).option("-Xmx64m").argument(root);
  }

  /** Deploys and takes off applications. */
  static final class Server {
    private Server() {}

    public static void main(String[] arguments) throws Exception {
      Path root = Path.of(arguments[0]);
      ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
      int collected = 0;
      while (collected < 3 && Application.isCollected(deployed(root, queue), queue)) {
        collected++;
      }
      System.out.println("collected " + collected);
    }

    private static WeakReference<ClassLoader> deployed(Path root, ReferenceQueue<ClassLoader> queue)
        throws Exception {
      try (Application loader =
          new Application(
              Server.class.getClassLoader(), AutoversionFilter.class, RedeployTest.class)) {
        @SuppressWarnings("unchecked")
        Function<Path, Filter> program =
            (Function<Path, Filter>)
                loader.loadClass(Program.class.getName()).getDeclaredConstructor().newInstance();
        try (Container.Running server =
            Container.TOMCAT.start(new Site(root, program.apply(root)))) {
          for (String url :
              List.of("/static/app-3fc4ccfe7458.js", "/static/large-d29751f2649b.bin")) {
            for (int i = 0; i < 4; i++) { // Large ones are copied at the second, and looked at.
              require(server.get(url, "Accept-Encoding: gzip").status() == 200, url);
            }
          }
        }
        return new WeakReference<>(loader, queue);
      }
    }

    private static void require(boolean holds, String what) {
      if (!holds) {
        throw new IllegalStateException(what);
      }
    }
  }

  /** What the application registers. */
  public static final class Program implements Function<Path, Filter> {
    @Override
    public Filter apply(Path root) {
      return new AutoversionFilter(
          Autoversion.builder()
              .directory("/static", root.resolve("static"))
              .placement(Placement.fileName())
              .build());
    }
  }
}
