package dev.autoversion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Distinguishes a path that can have no file from a failing disk. Java has one exception for a
 * parent that is not a directory, circular links, a name that is too long, a stale network handle
 * and too many open files, so after an error the path is walked again, step by step.
 */
final class DeadEnd {
  // Bytes; the same on every file system in common use.
  private static final int LONGEST_NAME = 255;
  // As many as Linux follows.
  private static final int MOST_LINKS = 40;

  private final Deque<String> names;
  private Path at;
  private int links;

  private DeadEnd(Path base, List<String> names) {
    this.names = new ArrayDeque<>(names);
    this.at = base;
  }

  /** Whether a path below a base certainly leads to no file. */
  static boolean isOn(Path base, LogicalPath path) throws IOException {
    return new DeadEnd(base, List.of(path.value().split("/"))).isBlockedSomewhere();
  }

  /** Whether a path certainly leads to no file, followed from the root of its disk. */
  static boolean isOn(Path absolute) throws IOException {
    List<String> names = new ArrayList<>();
    absolute.forEach(name -> names.add(name.toString()));
    return new DeadEnd(absolute.getRoot(), names).isBlockedSomewhere();
  }

  private boolean isBlockedSomewhere() throws IOException {
    while (!names.isEmpty()) {
      if (isBlocked()) {
        return true;
      }
      step();
    }
    return false;
  }

  private boolean isBlocked() {
    boolean known = Files.exists(at) || Files.notExists(at);
    boolean directory = !known || Files.isDirectory(at);
    return !directory || links > MOST_LINKS || utf8Length(names.getFirst()) > LONGEST_NAME;
  }

  private void step() throws IOException {
    Path next = at.resolve(names.removeFirst());
    if (!Files.isSymbolicLink(next)) {
      at = next;
      return;
    }
    links++;
    Path target = Files.readSymbolicLink(next);
    at = target.isAbsolute() ? target.getRoot() : at;
    for (int i = target.getNameCount() - 1; i >= 0; i--) {
      names.addFirst(target.getName(i).toString());
    }
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
