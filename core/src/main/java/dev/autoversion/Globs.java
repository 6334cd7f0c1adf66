package dev.autoversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns over logical paths, as a builder was told them. */
record Globs(List<Glob> patterns) {
  static final Globs NONE = new Globs(List.of());

  /** These and more. */
  Globs and(String option, String... more) {
    List<Glob> all = new ArrayList<>(patterns);
    for (String text : more) {
      all.add(Glob.of(option, text));
    }
    return new Globs(List.copyOf(all));
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** The pattern that matches a path, if one does. */
  Optional<String> matching(LogicalPath path) {
    for (Glob pattern : patterns) {
      if (pattern.matches(path.value())) {
        return Optional.of(pattern.text());
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return patterns.stream().map(Glob::text).toList().toString();
  }
}
