package dev.autoversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The cycles in a graph, as its strongly connected components: nodes that reach each other. Tarjan
 * (1972), without recursion: a chain may be longer than a thread's stack.
 */
final class Circles {
  private static final int UNSEEN = -1;

  private final List<int[]> edges;
  private final int[] number;
  private final int[] lowest;
  private final int[] nextEdge;
  private final boolean[] open;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private final List<List<Integer>> found = new ArrayList<>();
  private int numbered;

  private Circles(List<int[]> edges) {
    this.edges = edges;
    this.number = new int[edges.size()];
    this.lowest = new int[edges.size()];
    this.nextEdge = new int[edges.size()];
    this.open = new boolean[edges.size()];
    Arrays.fill(number, UNSEEN);
  }

  /**
   * All components, each after those that it leads to; most have one node.
   *
   * @param edges for each node the nodes it leads to; negative ones are ignored
   */
  static List<List<Integer>> of(List<int[]> edges) {
    Circles circles = new Circles(edges);
    for (int node = 0; node < edges.size(); node++) {
      if (circles.number[node] == UNSEEN) {
        circles.search(node);
      }
    }
    return circles.found;
  }

  private void search(int root) {
    Deque<Integer> path = new ArrayDeque<>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      int node = path.peek();
      if (nextEdge[node] < edges.get(node).length) {
        int target = edges.get(node)[nextEdge[node]++];
        if (target >= 0 && number[target] == UNSEEN) {
          path.push(enter(target));
        } else if (target >= 0 && open[target]) {
          lowest[node] = Math.min(lowest[node], number[target]);
        }
      } else {
        path.pop();
        leave(node);
        if (!path.isEmpty()) {
          lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[node]);
        }
      }
    }
  }

  private int enter(int node) {
    number[node] = numbered;
    lowest[node] = numbered++;
    open[node] = true;
    stack.push(node);
    return node;
  }

  /** Nothing below leads further up: all nodes still open above this one form its cycle. */
  private void leave(int node) {
    if (lowest[node] != number[node]) {
      return;
    }
    List<Integer> circle = new ArrayList<>();
    int member;
    do {
      member = stack.pop();
      open[member] = false;
      circle.add(member);
    } while (member != node);
    found.add(circle);
  }
}
