package dev.autoversion;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A pattern over logical paths: {@code sw.js}, {@code private/**}. {@code *} matches any text
 * inside a segment, {@code ?} one character of it, a segment {@code **} any number of segments,
 * including none; everything else matches literally, with case. A pattern that ends with a whole
 * name stands for a folder of that name, too: {@code private}. Time is proportional to pattern
 * times path.
 */
record Glob(String text, List<String> segments) {
  private static final String ANY_SEGMENTS = "**";

  /** Checks a pattern that was given to an option. */
  static Glob of(String option, String text) {
    Objects.requireNonNull(text, "pattern");
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) { // In other globs, a choice of names.
      throw new IllegalArgumentException(
          option
              + " takes no braces: write a pattern for each of the names, unlike "
              + Printable.quote(text));
    }
    List<String> segments = List.of(text.split("/", -1));
    for (String segment : segments) {
      boolean stars = !segment.contains(ANY_SEGMENTS) || segment.equals(ANY_SEGMENTS);
      if (!LogicalPath.isSegment(segment) || !stars) {
        throw new IllegalArgumentException(
            option
                + " takes patterns of paths below the mount, like 'sw.js', 'private/**' or"
                + " '**/*.html', unlike "
                + Printable.quote(text));
      }
    }
    return new Glob(text, withFolder(segments));
  }

  /** No file has the name of a folder, so the pattern would match nothing. */
  private static List<String> withFolder(List<String> segments) {
    String last = segments.get(segments.size() - 1);
    return last.indexOf('*') >= 0 || last.indexOf('?') >= 0
        ? segments
        : Stream.concat(segments.stream(), Stream.of(ANY_SEGMENTS)).toList();
  }

  /** All patterns of an option. */
  static List<Glob> listOf(String option, String... texts) {
    return Stream.of(texts).map(text -> of(option, text)).toList();
  }

  boolean matches(String path) {
    return matches(path.split("/", -1));
  }

  /** If what follows the last {@code **} does not match, that takes one more segment. */
  private boolean matches(String[] path) {
    int pattern = 0;
    int at = 0;
    int behindStars = 0;
    int retry = 0;
    while (at < path.length) {
      if (pattern < segments.size() && segments.get(pattern).equals(ANY_SEGMENTS)) {
        behindStars = ++pattern;
        retry = at;
      } else if (pattern < segments.size() && isLike(segments.get(pattern), path[at])) {
        pattern++;
        at++;
      } else if (behindStars > 0) {
        pattern = behindStars;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (pattern < segments.size() && segments.get(pattern).equals(ANY_SEGMENTS)) {
      pattern++;
    }
    return pattern == segments.size();
  }

  private static boolean isLike(String pattern, String segment) {
    int at = 0;
    int i = 0;
    int behindStar = 0;
    int retry = 0;
    while (i < segment.length()) {
      int wanted = at < pattern.length() ? pattern.charAt(at) : -1;
      if (wanted == '*') {
        behindStar = ++at;
        retry = i;
      } else if (wanted == '?' || wanted == segment.charAt(i)) {
        at++;
        i++;
      } else if (behindStar > 0) {
        at = behindStar;
        i = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
