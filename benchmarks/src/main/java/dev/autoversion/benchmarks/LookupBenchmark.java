package dev.autoversion.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.autoversion.Autoversion;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** From a reference to its versioned URL, where that is known already. */
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LookupBenchmark {
  /** Ours, with everything looked up once. */
  @State(Scope.Benchmark)
  public static class Ours {
    private final Autoversion autoversion = Sites.never();
    private String[] versioned = {};

    /** Looks everything up. */
    @Setup
    public void warm(Asked asked) {
      versioned = Stream.of(asked.present).map(autoversion::url).toArray(String[]::new);
      Stream.of(asked.missing, versioned).flatMap(Stream::of).forEach(autoversion::url);
    }
  }

  /** Ours by default, with everything looked up once. */
  @State(Scope.Benchmark)
  public static class OursRechecked {
    private final Autoversion autoversion = Sites.rechecking();

    /** Looks everything up. */
    @Setup
    public void warm(Asked asked) {
      Stream.of(asked.present).forEach(autoversion::url);
    }
  }

  /** Tables that know all answers. */
  @State(Scope.Benchmark)
  public static class Tables {
    private Map<String, String> map = new ConcurrentHashMap<>();
    private Cache<String, String> caffeine = Caffeine.newBuilder().maximumSize(20_000).build();

    /** Fills them. */
    @Setup
    public void fill(Asked asked) {
      for (int i = 0; i < asked.assets; i++) {
        map.put(asked.url(i), asked.url(i) + "?v=9f3c2ab1d04e");
      }
      caffeine.putAll(map);
    }
  }

  /** Spring's, with everything looked up once. */
  @State(Scope.Benchmark)
  public static class Spring {
    private ResourceUrlProvider provider = new ResourceUrlProvider();

    /** Looks everything up. */
    @Setup
    public void warm(Asked asked) throws Exception {
      provider = Sites.spring();
      Stream.of(asked.present).forEach(provider::getForLookupPath);
    }
  }

  /** Wicket's, with everything looked up once. */
  @State(Scope.Benchmark)
  public static class Wicket {
    private WicketUrls urls = new WicketUrls();

    /** Looks everything up. */
    @Setup
    public void warm(Asked asked) {
      urls = new WicketUrls(asked.present);
      Stream.of(asked.present).forEach(urls::of);
    }
  }

  /** The floor. */
  @Benchmark
  public void map(Tables tables, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    int at = cursor.next();
    for (int i = 0; i < Asked.BATCH; i++) {
      at = cursor.after(at, tables.map.get(asked.present[at]), hole);
    }
  }

  /** The floor, on two threads. */
  @Benchmark
  @Threads(2)
  public void mapByTwo(Tables tables, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    map(tables, asked, cursor, hole);
  }

  /** A cache with a bound. */
  @Benchmark
  public void caffeine(Tables tables, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    int at = cursor.next();
    for (int i = 0; i < Asked.BATCH; i++) {
      at = cursor.after(at, tables.caffeine.getIfPresent(asked.present[at]), hole);
    }
  }

  /** The post's way: a look at the file each time. */
  @Benchmark
  public void stat(Asked asked, Asked.Cursor cursor, Blackhole hole) throws IOException {
    int at = cursor.next();
    for (int i = 0; i < Asked.BATCH; i++) {
      at = cursor.after(at, Sites.stat(asked.present[at]), hole);
    }
  }

  /** Ours, never rechecked. */
  @Benchmark
  public void hit(Ours ours, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(ours.autoversion, asked.present, cursor, hole);
  }

  /** Ours on two threads. */
  @Benchmark
  @Threads(2)
  public void hitByTwo(Ours ours, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(ours.autoversion, asked.present, cursor, hole);
  }

  /** Ours by default: rechecked every second. */
  @Benchmark
  public void hitRechecked(OursRechecked ours, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(ours.autoversion, asked.present, cursor, hole);
  }

  /** A reference that is known to have no asset. */
  @Benchmark
  public void missing(Ours ours, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(ours.autoversion, asked.missing, cursor, hole);
  }

  /** An ordinary link. */
  @Benchmark
  public void foreign(Ours ours, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(ours.autoversion, asked.foreign, cursor, hole);
  }

  /** A reference that carries its version already. */
  @Benchmark
  public void versioned(Ours ours, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(ours.autoversion, ours.versioned, cursor, hole);
  }

  /** Spring's, with content versions and its cache. */
  @Benchmark
  public void spring(Spring spring, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(spring.provider, asked.present, cursor, hole);
  }

  /** Spring's, of a path that has no resource. */
  @Benchmark
  public void springMissing(Spring spring, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    ask(spring.provider, asked.missing, cursor, hole);
  }

  /** Wicket's, with content versions and its cache. */
  @Benchmark
  public void wicket(Wicket wicket, Asked asked, Asked.Cursor cursor, Blackhole hole) {
    int at = cursor.next();
    for (int i = 0; i < Asked.BATCH; i++) {
      at = cursor.after(at, wicket.urls.of(asked.present[at]), hole);
    }
  }

  private static void ask(
      Autoversion autoversion, String[] references, Asked.Cursor cursor, Blackhole hole) {
    int at = cursor.next();
    for (int i = 0; i < Asked.BATCH; i++) {
      at = cursor.after(at, autoversion.url(references[at]), hole);
    }
  }

  private static void ask(
      ResourceUrlProvider provider, String[] paths, Asked.Cursor cursor, Blackhole hole) {
    int from = cursor.next();
    for (int i = from; i < from + Asked.BATCH; i++) {
      hole.consume(provider.getForLookupPath(paths[i]));
    }
  }
}
