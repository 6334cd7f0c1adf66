package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that is taken off a server leaves nothing: its classes, ours and Caffeine's among
 * them, are collected, and no thread remains. The server's own threads live on.
 */
@Tag("fork")
public final class RedeployTest {
  @TempDir Path site;

  @BeforeEach
  void write() throws IOException {
    GitWorkTree tree = GitWorkTree.init(site);
    tree.commit("a.txt", "one");
    tree.commit("css/a.css", "a { background: url(b.png) } @import 'c.css';");
    tree.commit("css/b.png", "two");
    tree.commit("css/c.css", "b { background: url(/s/a.txt) }");
    new Archive().file("static/j.js", "three").write(site.resolve("assets.jar"));
  }

  @Test
  void redeploy_collectedEachTime(@TempDir Path scratch) throws Exception {
    List<String> all = List.of("collected 6", "threads more: []");
    List<String> first = server().lines(scratch);
    // Once in some fifty runs on a busy machine the JVM itself keeps one, which no object of the
    // heap leads to. What ours keep, they keep each time.
    assertEquals(all, first.equals(all) ? first : server().lines(scratch));
  }

  private Fork server() {
    return Fork.of(Server.class).option("-Xmx64m").argument(site);
  }

  /** Deploys and takes off applications, which its own threads run. */
  static final class Server {
    @SuppressWarnings("try") // The log is only to be kept off the output.
    public static void main(String[] arguments) throws Exception {
      Path site = Path.of(arguments[0]);
      ExecutorService server = Executors.newFixedThreadPool(2);
      try (CapturedLog log = CapturedLog.open()) {
        // JGit's hook for the end of the JVM holds whoever used it first: the server, then.
        use(new Program(), site, server);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        int collected = 0;
        ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
        while (collected < 6 && Application.isCollected(deployed(site, server, queue), queue)) {
          collected++;
        }
        System.out.println("collected " + collected);
        Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
        more.removeAll(threads);
        // The JVM's own, which come and go: a warm-up borrows them.
        more.removeIf(thread -> thread.getName().startsWith("ForkJoinPool.commonPool-"));
        System.out.println("threads more: " + more);
      } finally {
        server.shutdownNow();
      }
    }

    private static WeakReference<ClassLoader> deployed(
        Path site, ExecutorService server, ReferenceQueue<ClassLoader> queue) throws Exception {
      try (Application loader =
          new Application(Server.class.getClassLoader(), RedeployTest.class)) {
        Class<?> type = loader.loadClass(Program.class.getName());
        if (type == Program.class) {
          throw new IllegalStateException("the application has no classes of its own");
        }
        @SuppressWarnings("unchecked")
        Function<Path, List<Callable<String>>> program =
            (Function<Path, List<Callable<String>>>) type.getDeclaredConstructor().newInstance();
        use(program, site, server);
        return new WeakReference<>(loader, queue);
      }
    }

    private static void use(
        Function<Path, List<Callable<String>>> program, Path site, ExecutorService server)
        throws Exception {
      for (Callable<String> part : program.apply(site)) {
        List<Future<String>> answers = List.of(server.submit(part), server.submit(part));
        if (!answers.get(0).get().equals(answers.get(1).get())) {
          throw new IllegalStateException(answers.get(0).get() + " / " + answers.get(1).get());
        }
      }
    }
  }

  /** Uses every feature, but not each with each. */
  public static final class Program implements Function<Path, List<Callable<String>>> {
    @Override
    public List<Callable<String>> apply(Path site) {
      List<Callable<String>> parts = new ArrayList<>();
      for (VersionStrategy strategy :
          List.of(
              VersionStrategy.contentHash(64),
              VersionStrategy.lastModified(),
              VersionStrategy.gitCommit(site),
              VersionStrategy.gitFileCommit(site),
              VersionStrategy.fixed("1.0"))) {
        add(parts, site, strategy, Placement.query());
      }
      for (Placement placement :
          List.of(Placement.query("version"), Placement.fileName(), Placement.pathSegment())) {
        add(parts, site, VersionStrategy.contentHash(), placement);
      }
      return parts;
    }

    /** With one policy after the other. */
    private static void add(
        List<Callable<String>> parts, Path site, VersionStrategy strategy, Placement placement) {
      OnMissing policy = OnMissing.values()[parts.size() % OnMissing.values().length];
      parts.add(() -> use(site, strategy, placement, policy));
    }

    private static String use(
        Path site, VersionStrategy strategy, Placement placement, OnMissing policy)
        throws IOException {
      StringBuilder text = new StringBuilder();
      URL[] jar = {site.resolve("assets.jar").toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(jar, null)) {
        Autoversion autoversion =
            ManualTime.later()
                .builder()
                .directory("/s", site)
                .source("/s", AssetSource.firstOf(AssetSource.linkedDirectory(site)))
                .classpath("/j", "static", loader)
                .version(strategy)
                .placement(placement)
                .onMissing(policy)
                .recheckAfter(Duration.ZERO)
                .maximumSize(100)
                .contextPath("/app")
                .host("https://cdn.example.com")
                .build();
        for (String reference :
            List.of("/s/a.txt", "/app/s/css/a.css", "/j/j.js", "/s/no.txt", "/o", "/s/../x")) {
          text.append(use(autoversion, reference));
        }
        text.append(autoversion.warmUp());
        autoversion.invalidate();
        try (Stream<Asset> assets = AssetSource.classpath("static", loader).assets()) {
          text.append(assets.map(Asset::path).toList());
        }
        text.append(records(autoversion, strategy, placement));
      }
      return text.toString();
    }

    private static String use(Autoversion autoversion, String reference) throws IOException {
      try {
        String url = autoversion.url(reference);
        StringBuilder text = new StringBuilder(url + autoversion.version(url));
        text.append(autoversion.explain(reference)).append(autoversion.isMounted(reference));
        text.append(autoversion.url(reference, "/app"));
        Asked asked = Asked.get(url.replace("https://cdn.example.com", "")).accepting("gzip");
        text.append(autoversion.storing(asked)).append(autoversion.integrity(reference));
        for (AssetResponse response : autoversion.respond(asked).stream().toList()) {
          text.append(response.status()).append(response.headers());
          response.body().writeTo(OutputStream.nullOutputStream());
        }
        return text.toString();
      } catch (MissingAssetException e) {
        return e.getMessage();
      }
    }

    /** The values that are handed out, as keys of a user's own. */
    private static String records(
        Autoversion autoversion, VersionStrategy strategy, Placement placement) {
      Version version = new Version("1.0");
      List<Object> values =
          List.of(
              version,
              LogicalPath.of("a.txt").orElseThrow(),
              new AssetUrl("/s/a.txt", version),
              new CacheStats(1, 2, 3, Duration.ZERO, 4),
              new WarmUp(1, 2),
              Stamp.ofIdentity("row 7"),
              new Bundle(List.of(version), List.of(List.of())));
      List<Object> equal =
          List.of(
              new Version("1.0"),
              LogicalPath.of("a.txt").orElseThrow(),
              new AssetUrl("/s/a.txt", version),
              new CacheStats(1, 2, 3, Duration.ZERO, 4),
              new WarmUp(1, 2),
              Stamp.ofIdentity("row 7"),
              new Bundle(List.of(version), List.of(List.of())));
      StringBuilder text = new StringBuilder();
      for (Object value : values) {
        text.append(equal.contains(value)).append(new HashSet<>(equal).contains(value));
      }
      text.append(values).append(strategy).append(placement);
      return text.append(autoversion.stats().toString().length() > 0).toString();
    }
  }
}
