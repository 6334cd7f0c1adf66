package dev.autoversion.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a template asks for in tags: HTML attributes, and two switches. */
final class Attributes {
  /** The names of attributes that the tags of entries set by themselves. */
  static final Set<String> OF_ENTRIES = Set.of("href", "src", "rel", "id", "as", "type");

  /** What preloads set by themselves; a template may know better what is loaded. */
  static final Set<String> OF_PRELOADS = Set.of("href", "src", "rel", "id");

  /** What the tag of an import map sets by itself. */
  static final Set<String> OF_IMPORT_MAPS = Set.of("src", "type");

  static final String CROSSORIGIN = "crossorigin";
  static final String DEFER = "defer";

  private static final String INTEGRITY = "integrity";
  private static final String REACT = "react";
  private static final Set<String> YES_OR_NO = Set.of(INTEGRITY, REACT, DEFER, "async");

  // "" is an attribute without a value; empty means that it is not wanted.
  private final Map<String, Optional<String>> values;

  private Attributes(Map<String, Optional<String>> values) {
    this.values = values;
  }

  /** Checks all of them; messages name the word. */
  static Attributes of(String word, Map<?, ?> attributes, Set<String> ours) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : attributes.entrySet()) {
      String name = name(word, each.getKey());
      if (ours.contains(name)) {
        throw new IllegalArgumentException(word + " writes '" + name + "' itself; leave it out");
      }
      if (values.put(name, value(word, name, each.getValue())) != null) {
        throw new IllegalArgumentException(word + " was given '" + name + "' twice");
      }
    }
    return new Attributes(values);
  }

  boolean wantsIntegrity() {
    return has(INTEGRITY);
  }

  /**
   * If it is wanted, every tag for a file must ask for it in the same way, or the file loads twice.
   */
  void addIntegrity(Map<String, String> tag, Supplier<Optional<String>> integrity) {
    Optional<String> value =
        wantsIntegrity() && isChecked(tag) ? integrity.get() : Optional.empty();
    if (value.isPresent()) {
      tag.put(INTEGRITY, value.get());
      if (!mentions(CROSSORIGIN)) {
        tag.put(CROSSORIGIN, "anonymous");
      }
    }
  }

  /**
   * Of preloads, browsers check only these; with crossorigin, which an {@code <img>} has not, an
   * image would load twice.
   */
  private static boolean isChecked(Map<String, String> tag) {
    return Set.of("script", "style").contains(tag.getOrDefault("as", "script"));
  }

  boolean wantsReact() {
    return has(REACT);
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  /** Whether a template mentions it, even to say no. */
  boolean mentions(String name) {
    return values.containsKey(name);
  }

  Optional<String> value(String name) {
    return values.getOrDefault(name, Optional.empty());
  }

  /** The attributes that such a tag may have. */
  Map<String, String> of(TagKind kind) {
    Map<String, String> all = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value.isPresent() && isHtml(name) && kind.takes(name)) {
            all.put(name, value.get());
          }
        });
    return Collections.unmodifiableMap(all);
  }

  private static boolean isHtml(String name) {
    return !name.equals(INTEGRITY) && !name.equals(REACT);
  }

  private static String name(String word, @Nullable Object key) {
    String name = String.valueOf(key).toLowerCase(Locale.ROOT);
    boolean valid =
        !name.isEmpty()
            && isLetter(name.charAt(0))
            && name.chars().allMatch(c -> isLetter(c) || isDigit(c) || "-_:.".indexOf(c) >= 0);
    if (!valid) {
      throw new IllegalArgumentException(
          word
              + " writes attributes whose names are a letter and then letters, digits, '-', '_',"
              + " ':' and '.', unlike "
              + quoted(String.valueOf(key)));
    }
    return name;
  }

  private static Optional<String> value(String word, String name, @Nullable Object value) {
    if (value == null || value.equals(false)) {
      return Optional.empty();
    }
    String text = value.equals(true) ? "" : value.toString();
    if (!YES_OR_NO.contains(name)) {
      return Optional.of(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "true" -> Optional.of("");
      case "false" -> Optional.empty();
      default -> {
        if (text.equalsIgnoreCase(name)) { // As in XHTML: defer="defer".
          yield Optional.of("");
        }
        throw new IllegalArgumentException(
            word + " takes true or false for '" + name + "', unlike " + quoted(text));
      }
    };
  }

  // A template's text may be anything, and messages end up in logs.
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    text.codePoints()
        .limit(100)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(quoted::appendCodePoint);
    return quoted.append(text.codePointCount(0, text.length()) > 100 ? "…'" : "'").toString();
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
