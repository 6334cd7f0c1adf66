package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What our words mean in every template engine. Each engine module runs it and says how its
 * templates are written. The words have a class each, above this one: {@link AutoversionContract},
 * {@link TextWordsContract}, {@link TagWordsContract}; here are the cases of a whole engine.
 */
public abstract class EngineContract extends TagWordsContract {
  @Test
  void edit_showsInNextPage() throws Exception {
    ManualTime time = ManualTime.now();
    Autoversion autoversion = time.applyTo(autoversion()).build();
    Engine engine = engine(autoversion);
    Map<String, String> page = Map.of(PAGE, printLiteral("/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", engine.render(page, Map.of()));
    write("a.css", "three");
    assertEquals("/s/a.css?v=3fc4ccfe7458", engine.render(page, Map.of()));
    time.advance(Duration.ofSeconds(1));
    assertEquals("/s/a.css?v=8b5b9db0c13d", engine.render(page, Map.of()));
  }

  @Test
  void missing_warningSaysWhere() throws Exception {
    Engine engine = engine(autoversion().onMissing(OnMissing.WARN).build());
    try (CapturedLog log = CapturedLog.open()) {
      engine.render(Map.of(PAGE, "\n" + printLiteral("/s/aa.css")), Map.of());
      assertEquals(
          List.of(
              "WARNING page:2: no asset for '/s/aa.css'; searched directory "
                  + site
                  + "; did you mean '/s/a.css'?"),
          log.lines());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"srcset", "entrypoint", "importmap", "preload"})
  void missing_warningOfEachWordSaysWhere(String word) throws Exception {
    Engine engine = engine(autoversion().onMissing(OnMissing.WARN).build());
    String printed = word.equals("srcset") ? text(word, "p") : tags(word, "p");
    try (CapturedLog log = CapturedLog.open()) {
      engine.render(Map.of(PAGE, "\n" + printed), Map.of("p", "/s/aa.css"));
      assertEquals(
          List.of(
              "WARNING page:2: no asset for '/s/aa.css'; searched directory "
                  + site
                  + "; did you mean '/s/a.css'?"),
          log.lines());
    }
  }

  @Test
  void twoEngines_independent() throws Exception {
    Engine query = engine(autoversion().build());
    Engine fileName = engine(autoversion().placement(Placement.fileName()).build());
    Map<String, String> page = Map.of(PAGE, printLiteral("/s/a.css"));
    assertEquals("/s/a.css?v=3fc4ccfe7458", query.render(page, Map.of()));
    assertEquals("/s/a-3fc4ccfe7458.css", fileName.render(page, Map.of()));
    assertEquals("/s/a.css?v=3fc4ccfe7458", query.render(page, Map.of()));
  }

  @Test
  void threads_sameAnswers() throws Exception {
    Engine engine = engine(autoversion().build());
    Map<String, String> page = Map.of(PAGE, loop("list"));
    List<String> list = List.of("/s/a.css", "/s/missing.css", "/s/b.js", "/owners/12");
    String expected = "/s/a.css?v=3fc4ccfe7458;/s/missing.css;/s/b.js?v=8b5b9db0c13d;/owners/12;";
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> render = () -> engine.render(page, Map.of("list", list));
      List<Callable<String>> renders = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        renders.add(render);
      }
      for (Future<String> html : threads.invokeAll(renders)) {
        assertEquals(expected, html.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** No engine keeps what one page was told for another. */
  @Test
  @Tag("random")
  void storm_everyAnswerIsOfAStateThatWas() throws Exception {
    Engine engine = engine(Storm.builder(site).build());
    Map<String, String> page = Map.of(PAGE, printRaw("path"));
    Storm.over(site, reference -> engine.render(page, Map.of("path", reference)));
  }
}
