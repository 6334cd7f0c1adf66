package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.examples.Comparison.Answer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final Map<Engine, String> urls = new EnumMap<>(Engine.class);

  ComparisonTest() {
    for (Engine engine : Engine.values()) {
      urls.put(engine, "/a.css?v=1");
    }
  }

  private static List<String> labels(Set<Engine> engines) {
    return engines.stream().map(Engine::label).toList();
  }

  @Test
  void of_allTheSame() {
    Comparison comparison = Comparison.of("/a.css", urls);
    assertTrue(comparison.agrees());
    assertEquals(
        List.of(new Answer("/a.css?v=1", labels(EnumSet.allOf(Engine.class)))),
        comparison.answers());
  }

  @Test
  void of_oneDiffers() {
    urls.put(Engine.JINJAVA, "/a.css");
    Comparison comparison = Comparison.of("/a.css", urls);
    assertFalse(comparison.agrees());
    assertEquals(
        List.of(
            new Answer("/a.css?v=1", labels(EnumSet.complementOf(EnumSet.of(Engine.JINJAVA)))),
            new Answer("/a.css", List.of("Jinjava"))),
        comparison.answers());
  }
}
