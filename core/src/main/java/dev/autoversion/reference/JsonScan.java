package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Goes through JSON by its grammar (RFC 8259), without recursion, and keeps what is looked for. */
final class JsonScan {
  private static final Set<String> SOURCES =
      Set.of(
          "icons[]src", "screenshots[]src", "shortcuts[]icons[]src", "file_handlers[]icons[]src");
  private static final int LONGEST_KEY = 32;

  private final byte[] bytes;
  private final List<Span> sources = new ArrayList<>();
  // For each open bracket the path to its members; a path that leads nowhere is "".
  private final Deque<String> paths = new ArrayDeque<>();
  private final Deque<Boolean> objects = new ArrayDeque<>();
  private int at;
  // Whether a bracket was opened just now, so that neither a comma nor a value is behind us.
  private boolean opened;

  JsonScan(byte[] bytes) {
    this.bytes = bytes;
    boolean mark = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
    this.at = mark ? 3 : 0;
  }

  /** The sources that are looked for; none in what is no JSON. */
  List<Span> sources() {
    skipSpace();
    boolean valid = value("");
    while (valid && !objects.isEmpty()) {
      valid = member();
    }
    skipSpace();
    return valid && at == bytes.length ? sources : List.of();
  }

  /** The next value of a bracket, or its end. */
  private boolean member() {
    skipSpace();
    boolean object = objects.peek();
    boolean first = opened;
    opened = false;
    if (is(object ? '}' : ']')) {
      at++;
      objects.pop();
      paths.pop();
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
    return value(paths.peek());
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
    boolean known = end - start <= LONGEST_KEY && paths.size() < 8;
    String key = known ? new String(bytes, start, end - start, StandardCharsets.UTF_8) : "";
    return value(paths.peek() + (known ? key : " "));
  }

  private boolean value(String path) {
    if (at >= bytes.length) {
      return false;
    }
    switch (bytes[at]) {
      case '{' -> {
        return open(true, path);
      }
      case '[' -> {
        return open(false, path);
      }
      case '"' -> {
        int start = at + 1;
        boolean whole = string();
        if (whole && SOURCES.contains(path)) {
          sources.add(new Span(start, at - 1));
        }
        return whole;
      }
      default -> {
        return word();
      }
    }
  }

  private boolean open(boolean object, String path) {
    at++;
    objects.push(object);
    paths.push(path.length() > 4 * LONGEST_KEY ? " " : object ? path : path + "[]");
    opened = true;
    return true;
  }

  /** From the opening quote to behind the closing one. */
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

  private boolean word() {
    int start = at;
    while (at < bytes.length && " \t\r\n,]}".indexOf(bytes[at]) < 0 && at - start < 1000) {
      at++;
    }
    String word = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    return switch (word) {
      case "true", "false", "null" -> true;
      default -> word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    };
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
