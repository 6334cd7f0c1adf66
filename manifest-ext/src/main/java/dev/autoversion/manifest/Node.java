package dev.autoversion.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A value of a JSON document and the path to it, for messages: {@code 'src/main.js' › 'css'}. */
final class Node {
  private final @Nullable Node parent;
  private final String key;
  // A Map, a List, a String, a Long or a Literal; null if there is nothing.
  private final @Nullable Object value;

  private Node(@Nullable Node parent, String key, @Nullable Object value) {
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  static Node root(Object value) {
    return new Node(null, "", value);
  }

  /** Its key in the object above. */
  String key() {
    return key;
  }

  boolean isObject() {
    return value instanceof Map;
  }

  boolean isList() {
    return value instanceof List;
  }

  boolean isText() {
    return value instanceof String;
  }

  boolean isNumber() {
    return value instanceof Long;
  }

  boolean isTrue() {
    return value == Literal.TRUE;
  }

  /** Whether it is absent, or null, which tools write for absent. */
  boolean isMissing() {
    return value == null || value == Literal.NULL;
  }

  /** A member; missing if there is none or this is not an object. */
  Node get(String name) {
    return new Node(this, name, value instanceof Map<?, ?> members ? members.get(name) : null);
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name);
  }

  /** All members; none if this is missing. */
  List<Node> members() throws ManifestException {
    if (isMissing()) {
      return List.of();
    }
    if (!(value instanceof Map<?, ?> members)) {
      throw notA("an object");
    }
    List<Node> nodes = new ArrayList<>(members.size());
    members.forEach((name, member) -> nodes.add(new Node(this, (String) name, member)));
    return nodes;
  }

  /** All members, each of which must be an object. */
  List<Node> objects() throws ManifestException {
    List<Node> nodes = members();
    for (Node node : nodes) {
      if (!node.isObject()) {
        throw node.notA("an object");
      }
    }
    return nodes;
  }

  /** The items of a list; none if this is missing. */
  List<Node> items() throws ManifestException {
    if (isMissing()) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      throw notA("a list");
    }
    List<Node> nodes = new ArrayList<>(items.size());
    for (Object item : items) {
      nodes.add(new Node(this, String.valueOf(nodes.size()), item));
    }
    return nodes;
  }

  /** The items of a list, or a single item that is not in a list. */
  List<Node> itemOrItems() throws ManifestException {
    return isList() || isMissing() ? items() : List.of(this);
  }

  String text() throws ManifestException {
    if (value instanceof String text) {
      return text;
    }
    throw isMissing() ? wrong("is missing") : notA("text");
  }

  /** The text, or "" if this is missing. */
  String textOrNone() throws ManifestException {
    return isMissing() ? "" : text();
  }

  long number() throws ManifestException {
    if (value instanceof Long number) {
      return number;
    }
    throw isMissing() ? wrong("is missing") : notA("a whole number");
  }

  List<String> texts() throws ManifestException {
    List<String> texts = new ArrayList<>();
    for (Node item : items()) {
      texts.add(item.text());
    }
    return texts;
  }

  /** Whether this is an object and one of its members matches. */
  boolean some(Predicate<Node> so) {
    if (value instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        if (so.test(new Node(this, (String) member.getKey(), member.getValue()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether this is an object and all of its members match. */
  boolean all(Predicate<Node> so) {
    return isObject() && !some(so.negate());
  }

  /** Whether this is an object and has no members. */
  boolean isEmpty() {
    return value instanceof Map<?, ?> members && members.isEmpty();
  }

  ManifestException notA(String expected) {
    return wrong("is " + kind() + ", not " + expected);
  }

  ManifestException wrong(String problem) {
    return new ManifestException(path() + " " + problem);
  }

  /** {@code a list}, for messages. */
  String kind() {
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof Long) {
      return "a number";
    }
    return value instanceof String ? "text" : String.valueOf(value);
  }

  /** The path to this value, for messages. */
  String path() {
    if (parent == null) {
      return "the whole document";
    }
    return parent.parent == null ? Shown.quoted(key) : parent.path() + " › " + Shown.quoted(key);
  }
}
