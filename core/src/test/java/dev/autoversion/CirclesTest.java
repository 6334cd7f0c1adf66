package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CirclesTest {
  @Test
  void of_nothing() {
    assertEquals(List.of(), Circles.of(List.of()));
  }

  @Test
  void of_chain_endFirst() {
    assertEquals(
        List.of(List.of(2), List.of(1), List.of(0)),
        Circles.of(List.of(new int[] {1}, new int[] {2, -1}, new int[] {-1})));
  }

  @Test
  void of_circleWithTail() {
    List<List<Integer>> circles =
        Circles.of(List.of(new int[] {1}, new int[] {2}, new int[] {0, 3}, new int[] {3}));
    assertEquals(List.of(3), circles.get(0));
    assertEquals(new TreeSet<>(List.of(0, 1, 2)), new TreeSet<>(circles.get(1)));
    assertEquals(2, circles.size());
  }

  @Test
  void of_longChain_noRecursion() {
    List<int[]> edges = new ArrayList<>();
    for (int i = 1; i <= 200_000; i++) {
      edges.add(new int[] {i % 200_000});
    }
    assertEquals(1, Circles.of(edges).size());
  }

  /**
   * Two nodes are in one circle if each reaches the other, and a circle comes behind its targets.
   */
  @Test
  void of_anyGraph_asReachabilityTells() {
    Random random = new Random(42);
    for (int round = 0; round < 500; round++) {
      List<int[]> edges = graph(random);
      boolean[][] reaches = reaches(edges);
      List<List<Integer>> circles = Circles.of(edges);
      int[] place = new int[edges.size()];
      for (int i = 0; i < circles.size(); i++) {
        for (int node : circles.get(i)) {
          place[node] = i;
        }
      }
      assertEquals(edges.size(), circles.stream().mapToInt(List::size).sum());
      for (int a = 0; a < edges.size(); a++) {
        for (int b = 0; b < edges.size(); b++) {
          boolean together = a == b || reaches[a][b] && reaches[b][a];
          assertEquals(together, place[a] == place[b]);
          assertTrue(!reaches[a][b] || place[b] <= place[a]);
        }
      }
    }
  }

  private static List<int[]> graph(Random random) {
    int nodes = 1 + random.nextInt(8);
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      edges.add(random.ints(random.nextInt(3), -1, nodes).toArray());
    }
    return edges;
  }

  private static boolean[][] reaches(List<int[]> edges) {
    int nodes = edges.size();
    boolean[][] reaches = new boolean[nodes][nodes];
    for (int round = 0; round < nodes; round++) {
      for (int a = 0; a < nodes; a++) {
        for (int b : edges.get(a)) {
          if (b >= 0) {
            reaches[a][b] = true;
            for (int c = 0; c < nodes; c++) {
              reaches[a][c] |= reaches[b][c];
            }
          }
        }
      }
    }
    return reaches;
  }
}
