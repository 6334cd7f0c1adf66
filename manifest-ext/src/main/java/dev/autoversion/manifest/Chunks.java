package dev.autoversion.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pieces that a bundler made, and which of them imports which. */
final class Chunks {
  private final Map<String, Chunk> chunks = new HashMap<>();
  private final Remarks remarks;

  /**
   * One piece.
   *
   * @param file what was published, or "" if no page should load that
   * @param imports keys of what it needs at once
   * @param dynamicImports keys of what it may need later
   * @param css its own stylesheets
   */
  record Chunk(String file, List<String> imports, List<String> dynamicImports, List<String> css) {}

  /**
   * What a chunk brings with it, in the order in which a page needs it.
   *
   * @param css stylesheets, those of its imports before its own
   * @param files what it imports, each after its own imports
   */
  record Reached(List<String> css, List<String> files) {}

  /** A step of the walk: a chunk and which of its imports is next. */
  private static final class Step {
    final String key;
    final Chunk chunk;
    int next;

    Step(String key, Chunk chunk) {
      this.key = key;
      this.chunk = chunk;
    }
  }

  Chunks(Remarks remarks) {
    this.remarks = remarks;
  }

  void put(String key, Chunk chunk) {
    chunks.put(key, chunk);
  }

  @Nullable Chunk get(String key) {
    return chunks.get(key);
  }

  /** The file of a chunk, or "" if there is none. */
  String file(String key) {
    Chunk chunk = chunks.get(key);
    return chunk == null ? "" : chunk.file();
  }

  Stream<Chunk> all() {
    return chunks.values().stream();
  }

  /** Walks depth first, without recursion: a chain of 20,000 chunks must not overflow the stack. */
  Reached from(String entry, Chunk chunk) {
    Set<String> css = new LinkedHashSet<>();
    Set<String> files = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>(Set.of(entry));
    Deque<Step> way = new ArrayDeque<>(List.of(new Step(entry, chunk)));
    while (!way.isEmpty()) {
      Step step = way.peek();
      if (step.next < step.chunk.imports().size()) {
        String key = step.chunk.imports().get(step.next++);
        Chunk imported = seen.add(key) ? imported(step.key, key) : null;
        if (imported != null) {
          way.push(new Step(key, imported));
        }
      } else {
        way.pop();
        leave(step.chunk, way.isEmpty(), css, files);
      }
    }
    return new Reached(new ArrayList<>(css), new ArrayList<>(files));
  }

  /** The files that a chunk may import later. */
  List<String> lazy(String importer, Chunk chunk) {
    Set<String> files = new LinkedHashSet<>();
    for (String key : chunk.dynamicImports()) {
      Chunk imported = imported(importer, key);
      if (imported != null && !imported.file().isEmpty()) {
        files.add(imported.file());
      }
    }
    return new ArrayList<>(files);
  }

  private static void leave(Chunk chunk, boolean isEntry, Set<String> css, Set<String> files) {
    css.addAll(chunk.css());
    if (isEntry || chunk.file().isEmpty()) {
      return;
    }
    if (Entries.isStylesheet(chunk.file())) {
      css.add(chunk.file());
    } else {
      files.add(chunk.file());
    }
  }

  private @Nullable Chunk imported(String importer, String key) {
    Chunk chunk = chunks.get(Contents.slashed(key));
    if (chunk == null) {
      remarks.say(
          Shown.quoted(importer)
              + " imports "
              + Shown.quoted(key)
              + ", which is not in the manifest; it is left out");
    }
    return chunk;
  }
}
