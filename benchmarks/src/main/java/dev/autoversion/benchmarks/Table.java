package dev.autoversion.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rows: the budgets of the design, and what puts them in proportion. */
final class Table {
  private static final List<String> SIZES = List.of("1", "100", "10000");
  private static final List<String> ENGINES =
      List.of("pebble", "freemarker", "jinjava", "thymeleaf", "thymeleaf-in-shop");

  private Table() {}

  static List<Row> rows() {
    return Stream.of(
            lookups(), peers(), pages(), coldStarts(), manifests(), references(), serving(), wire())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> lookups() {
    List<Row> rows = new ArrayList<>();
    for (String size : SIZES) {
      String map = "LookupBenchmark.map " + size;
      String of = " of " + size + " / ConcurrentHashMap.get";
      rows.add(Row.ratio("hit" + of, "LookupBenchmark.hit " + size, map).atMost(1.3));
      String rechecked = "LookupBenchmark.hitRechecked " + size;
      rows.add(Row.ratio("hit, rechecked," + of, rechecked, map).atMost(3));
    }
    for (String kind : List.of("missing", "foreign", "versioned")) {
      String name = "LookupBenchmark." + kind + " 100";
      Row row = Row.ratio(kind + " reference / hit", name, "LookupBenchmark.hit 100");
      rows.add(kind.equals("versioned") ? row : row.atMost(1));
    }
    for (String kind : List.of("hit", "hitRechecked", "missing", "foreign")) {
      rows.add(Row.bytes(kind + ", bytes allocated", "LookupBenchmark." + kind + " 100").atMost(0));
    }
    rows.add(two("throughput of two threads / one", "hit").atLeast(1.8));
    rows.add(two("throughput of two threads / one, ConcurrentHashMap", "map"));
    return rows;
  }

  private static Row two(String name, String method) {
    String one = "LookupBenchmark." + method + " 100";
    return Row.throughputOfTwo(name, one, "LookupBenchmark." + method + "ByTwo 100");
  }

  private static List<Row> peers() {
    String hit = "LookupBenchmark.hit 100";
    String map = "LookupBenchmark.map 100";
    String spring = "LookupBenchmark.spring 100";
    String rechecked = "LookupBenchmark.hitRechecked 100";
    String springMissing = "LookupBenchmark.springMissing 100";
    return List.of(
        Row.ratio("Spring's hit / hit", spring, hit).atLeast(40),
        Row.ratio("Spring's hit / hit, rechecked", spring, rechecked).atLeast(15),
        Row.ratio("Spring's missing / missing", springMissing, "LookupBenchmark.missing 100")
            .atLeast(200),
        Row.bytes("Spring's hit, bytes allocated", spring),
        Row.ratio("Wicket's hit / hit", "LookupBenchmark.wicket 100", hit),
        Row.ratio("a stat each time / hit, rechecked", "LookupBenchmark.stat 100", rechecked),
        Row.ratio(
            "Caffeine's getIfPresent / ConcurrentHashMap.get",
            "LookupBenchmark.caffeine 100",
            map));
  }

  private static List<Row> pages() {
    List<Row> rows = new ArrayList<>();
    for (String engine : ENGINES) {
      String page = "PageBenchmark.render " + engine + " ";
      Row row =
          Row.ratio(engine + " page / with identity", page + "autoversion", page + "identity");
      rows.add(row.atMost(engine.startsWith("thymeleaf") ? 1.15 : 1.1));
      rows.add(Row.ratio(engine + " page / literal", page + "autoversion", page + "literal"));
      rows.add(
          Row.share(
              engine + " page, each reference, % of literal",
              page + "autoversion",
              page + "literal",
              Layout.REFERENCES));
      rows.add(Row.ratio(engine + " page with stats / literal", page + "stat", page + "literal"));
    }
    return rows;
  }

  private static List<Row> coldStarts() {
    String ours = "ColdBenchmark.autoversion";
    String plain = "ColdBenchmark.plain";
    String warmUp = "ColdBenchmark.warmUp";
    String spring = "ColdBenchmark.spring";
    return List.of(
        Row.ratio("first look-ups / read and SHA-256", ours, plain).atMost(3),
        Row.ratio("first look-ups in a new JVM / the same", ours + " first", plain + " first"),
        Row.ratio("first look-ups, one thread / warmUp", ours, warmUp),
        Row.ratio("the same in a new JVM", ours + " first", warmUp + " first"),
        Row.ratio("warmUp / read and SHA-256 on all cores", warmUp, plain + "Parallel"),
        Row.ratio("Spring's first look-ups / first look-ups", spring, ours).atLeast(1.3),
        Row.ratio("Spring's in a new JVM / the same", spring + " first", ours + " first"));
  }

  private static List<Row> manifests() {
    String hit = "ManifestBenchmark.hit";
    return List.of(
        Row.ratio("first look-ups with a manifest / hit", "ManifestBenchmark.first", hit)
            .atMost(1.3),
        Row.ratio("the same without a warm-up", "ManifestBenchmark.firstCold", hit),
        Row.millis("a manifest of 10,000 assets read, ms", "ManifestBenchmark.load"),
        Row.millis("the same and warmUp, ms", "ManifestBenchmark.start"),
        Row.millis("the same in a new JVM, ms", "ManifestBenchmark.start first"));
  }

  private static List<Row> references() {
    List<Row> rows = new ArrayList<>();
    for (String file : List.of("bootstrap", "font-awesome", "large")) {
      String ours = "StylesheetBenchmark.autoversion " + file;
      String spring = "StylesheetBenchmark.spring " + file;
      Row speed = Row.speed(file + " stylesheet, MB/s", ours, () -> StylesheetBenchmark.size(file));
      rows.add(file.equals("bootstrap") ? speed.atLeast(1000) : speed);
      rows.add(Row.ratio(file + " stylesheet, Spring's / ours", spring, ours).atLeast(1));
    }
    for (String file : List.of("bootstrap", "font-awesome")) {
      String ours = "ScriptBenchmark.script " + file;
      Row speed = Row.speed(file + " script, MB/s", ours, () -> ScriptBenchmark.size(file));
      rows.add(speed.atLeast(150));
    }
    return rows;
  }

  private static List<Row> serving() {
    List<Row> rows = new ArrayList<>();
    for (String container : List.of("jetty", "tomcat")) {
      for (String size : List.of("1kB", "30kB", "230kB", "1MB")) {
        boolean small = !size.equals("1MB");
        for (String coding : List.of("", "-gzip", "-br")) {
          Row bare = served(container, size + coding, "Bare", "prepared bytes");
          rows.add(small ? bare.atMost(1.15) : bare);
          rows.add(besideNginx(container, size + coding));
        }
        Row files = served(container, size, "Static", "its static servlet");
        rows.add(small ? files : files.atMost(1.1));
        for (String coding : List.of("-gzip", "-br")) {
          rows.add(compressed(container, size, coding));
        }
      }
    }
    rows.add(
        Row.micros("filter before a request that is none of ours, µs", "FilterBenchmark.notOurs")
            .atMost(1));
    return rows;
  }

  private static Row served(String container, String file, String peer, String label) {
    String name = "ServingBenchmark.get " + file + " " + container;
    return Row.ratio(
        file + " on " + container + ", served / by " + label, name + "Ours", name + peer);
  }

  private static Row besideNginx(String container, String file) {
    String name = "ServingBenchmark.get " + file + " ";
    return Row.ratioToPeer(
        file + " on " + container + ", served / by nginx",
        name + container + "Ours",
        name + "nginx",
        Nginx.whyAbsent(new Served(file)));
  }

  private static Row compressed(String container, String size, String coding) {
    String name = "ServingBenchmark.get " + size;
    return Row.ratio(
            size + coding + " on " + container + ", served / as it is",
            name + coding + " " + container + "Ours",
            name + coding + " " + container + "Plain")
        .atMost(1);
  }

  private static List<Row> wire() {
    List<Row> rows = new ArrayList<>();
    for (String file :
        List.of("bootstrap.min.css", "bootstrap.bundle.min.js", "brands.min.js", "all.min.js")) {
      String name = "WireBenchmark.get " + file + " ";
      String why = Nginx.whyAbsent(new Served(file + "-br"));
      String nginx = file + ", bytes on the wire / from nginx with brotli_static at 11";
      rows.add(Row.ratioToPeer(nginx, name + "ours", name + "nginx", why).atMost(1));
      rows.add(
          Row.ratio(file + ", bytes of the body / brotli at 11", name + "body", name + "brotli")
              .atMost(1));
    }
    return rows;
  }
}
