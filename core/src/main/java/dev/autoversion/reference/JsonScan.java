package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Goes through JSON by its grammar (RFC 8259), without recursion, and keeps what is looked for. */
final class JsonScan {
  private static final Set<String> SOURCES =
      Set.of(
          "{icons[{src",
          "{screenshots[{src",
          "{shortcuts[{icons[{src",
          "{file_handlers[{icons[{src");
  private static final List<String> WORDS = List.of("true", "false", "null");
  private static final String NOWHERE = " ";
  private static final int LONGEST_KEY = 32;
  private static final int DEEPEST = 5;

  private final byte[] bytes;
  private final List<Span> sources = new ArrayList<>();
  // For each open bracket whether it is an object's, and the path to its members: deeper than any
  // source, no path leads to one.
  private boolean[] objects = new boolean[64];
  private final String[] paths = new String[DEEPEST + 1];
  private int depth;
  private int at;
  // Whether a bracket was just opened, so that neither a comma nor a value precedes.
  private boolean opened;

  JsonScan(byte[] bytes) {
    this.bytes = bytes;
    boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
    this.at = mark ? 3 : 0;
  }

  /** The sources that are looked for; none if the text is not JSON. */
  List<Span> sources() {
    skipSpace();
    boolean valid = value("");
    while (valid && depth > 0) {
      valid = member();
    }
    skipSpace();
    return valid && at == bytes.length ? sources : List.of();
  }

  /** The next value of a bracket, or its end. */
  private boolean member() {
    skipSpace();
    boolean object = objects[depth];
    boolean first = opened;
    opened = false;
    if (is(object ? '}' : ']')) {
      at++;
      depth--;
      return true;
    }
    if (!first && !is(',')) {
      return false;
    }
    at += first ? 0 : 1;
    return object ? pair() : next();
  }

  private boolean next() {
    skipSpace();
    return value(path());
  }

  private boolean pair() {
    skipSpace();
    int start = at + 1;
    if (!is('"') || !string()) {
      return false;
    }
    int end = at - 1;
    skipSpace();
    if (!is(':')) {
      return false;
    }
    at++;
    skipSpace();
    boolean known = depth <= DEEPEST && isPlain(start, end);
    return value(
        known ? path() + new String(bytes, start, end - start, StandardCharsets.UTF_8) : NOWHERE);
  }

  /** Whether a key could lead to a source; a bracket inside it does not count. */
  private boolean isPlain(int from, int to) {
    int i = from;
    while (i < to && (bytes[i] >= 'a' && bytes[i] <= 'z' || bytes[i] == '_')) {
      i++;
    }
    return i == to && to - from <= LONGEST_KEY;
  }

  private String path() {
    return depth <= DEEPEST ? paths[depth] : NOWHERE;
  }

  private boolean value(String path) {
    if (at >= bytes.length) {
      return false;
    }
    return switch (bytes[at]) {
      case '{' -> open(true, path);
      case '[' -> open(false, path);
      case '"' -> text(path);
      default -> word();
    };
  }

  private boolean text(String path) {
    int start = at + 1;
    boolean whole = string();
    if (whole && SOURCES.contains(path)) {
      sources.add(new Span(start, at - 1));
    }
    return whole;
  }

  /** Enters a bracket; any value may begin with one. */
  private boolean open(boolean object, String path) {
    at++;
    depth++;
    if (depth == objects.length) {
      objects = Arrays.copyOf(objects, 2 * depth);
    }
    objects[depth] = object;
    if (depth <= DEEPEST) {
      paths[depth] = path + (object ? '{' : '[');
    }
    opened = true;
    return true;
  }

  /** Moves from the opening quote to after the closing one. */
  private boolean string() {
    for (at++; at < bytes.length; at++) {
      byte octet = bytes[at];
      if (octet == '"') {
        at++;
        return true;
      }
      if (octet >= 0 && octet < ' ' || octet == '\\' && !escape()) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    at++;
    if (at >= bytes.length) {
      return false;
    }
    if (bytes[at] != 'u') {
      return "\"\\/bfnrt".indexOf(bytes[at]) >= 0;
    }
    for (int i = 0; i < 4; i++) {
      at++;
      if (at >= bytes.length || Character.digit(bytes[at], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A word or number ends at a comma, a bracket or the end. */
  private boolean word() {
    for (String word : WORDS) {
      if (starts(word)) {
        at += word.length();
        return true;
      }
    }
    return number();
  }

  private boolean number() {
    at += is('-') ? 1 : 0;
    boolean zero = is('0');
    int whole = digits();
    boolean valid = whole > 0 && !(zero && whole > 1);
    if (valid && is('.')) {
      at++;
      valid = digits() > 0;
    }
    if (valid && (is('e') || is('E'))) {
      at++;
      at += is('+') || is('-') ? 1 : 0;
      valid = digits() > 0;
    }
    return valid;
  }

  private int digits() {
    int start = at;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - start;
  }

  private boolean starts(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= bytes.length || bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean is(char c) {
    return at < bytes.length && bytes[at] == c;
  }

  private void skipSpace() {
    while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
      at++;
    }
  }
}
