package dev.autoversion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class TableTest {

  @Test
  void rows_benchmarksExist() throws ClassNotFoundException {
    for (Row row : Table.rows()) {
      for (Row.Term term : row.terms()) {
        assertEquals(1, methods(term.benchmark()), term.benchmark());
      }
    }
  }

  @Test
  void rows_fullPlanGivesAll() {
    assertEquals(names(Table.rows()), names(Plan.full().rowsOf(Table.rows())));
  }

  @Test
  void rows_quickPlanGivesTheBudgetsOfOneSize() {
    List<String> given = names(Plan.quick().rowsOf(Table.rows()));
    List<String> others =
        Table.rows().stream()
            .filter(Row::hasBudget)
            .map(Row::name)
            .filter(name -> !given.contains(name))
            .toList();
    assertEquals(
        List.of(
            "hit of 1 / ConcurrentHashMap.get",
            "hit, rechecked, of 1 / ConcurrentHashMap.get",
            "hit of 10000 / ConcurrentHashMap.get",
            "hit, rechecked, of 10000 / ConcurrentHashMap.get",
            "bootstrap stylesheet, MB/s",
            "bootstrap stylesheet, Spring's / ours",
            "large stylesheet, Spring's / ours",
            "1kB on jetty, served / by prepared bytes",
            "1kB-gzip on jetty, served / by prepared bytes",
            "1kB-br on jetty, served / by prepared bytes",
            "1kB-gzip on jetty, served / as it is",
            "1kB-br on jetty, served / as it is",
            "30kB-gzip on jetty, served / by prepared bytes",
            "30kB-br on jetty, served / by prepared bytes",
            "30kB-gzip on jetty, served / as it is",
            "30kB-br on jetty, served / as it is",
            "230kB on jetty, served / by prepared bytes",
            "230kB-gzip on jetty, served / by prepared bytes",
            "230kB-br on jetty, served / by prepared bytes",
            "230kB-gzip on jetty, served / as it is",
            "230kB-br on jetty, served / as it is",
            "1MB on jetty, served / by its static servlet",
            "1MB-gzip on jetty, served / as it is",
            "1MB-br on jetty, served / as it is",
            "1kB on tomcat, served / by prepared bytes",
            "1kB-gzip on tomcat, served / by prepared bytes",
            "1kB-br on tomcat, served / by prepared bytes",
            "1kB-gzip on tomcat, served / as it is",
            "1kB-br on tomcat, served / as it is",
            "30kB-gzip on tomcat, served / by prepared bytes",
            "30kB-br on tomcat, served / by prepared bytes",
            "30kB-gzip on tomcat, served / as it is",
            "30kB-br on tomcat, served / as it is",
            "230kB on tomcat, served / by prepared bytes",
            "230kB-gzip on tomcat, served / by prepared bytes",
            "230kB-br on tomcat, served / by prepared bytes",
            "230kB-gzip on tomcat, served / as it is",
            "230kB-br on tomcat, served / as it is",
            "1MB on tomcat, served / by its static servlet",
            "1MB-gzip on tomcat, served / as it is",
            "1MB-br on tomcat, served / as it is",
            "bootstrap.bundle.min.js, bytes on the wire / from nginx with brotli_static at 11",
            "bootstrap.bundle.min.js, bytes of the body / brotli at 11",
            "brands.min.js, bytes on the wire / from nginx with brotli_static at 11",
            "brands.min.js, bytes of the body / brotli at 11",
            "all.min.js, bytes on the wire / from nginx with brotli_static at 11",
            "all.min.js, bytes of the body / brotli at 11"),
        others);
  }

  @Test
  void only_rowsOfWhatIsSelected() {
    List<String> given = names(Plan.full().only("Stylesheet.*").rowsOf(Table.rows()));
    assertEquals(6, given.size());
    assertFalse(given.contains("Spring's hit / hit"), given::toString);
    assertEquals(List.of(), Plan.full().only("Lokup.*").steps());
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(Row::name).toList();
  }

  private static long methods(String benchmark) throws ClassNotFoundException {
    String[] name = benchmark.split("[. ]");
    return Stream.of(Class.forName("dev.autoversion.benchmarks." + name[0]).getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(Method::getName)
        .filter(name[1]::equals)
        .count();
  }
}
