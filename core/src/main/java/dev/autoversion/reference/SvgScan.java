package dev.autoversion.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through XML once, from tag to tag, and keeps the parts that may contain references. */
final class SvgScan {
  // Attributes that take a url(…) without being a style (SVG 2, presentation attributes).
  private static final Set<String> STYLED =
      Set.of(
          "style",
          "fill",
          "stroke",
          "filter",
          "mask",
          "clip-path",
          "marker",
          "marker-start",
          "marker-mid",
          "marker-end",
          "cursor");

  private final byte[] bytes;
  private final List<SvgPart> parts = new ArrayList<>();
  private int at;
  private @Nullable StyleText style;

  SvgScan(byte[] bytes) {
    this.bytes = bytes;
    boolean utf16 = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
    this.at = utf16 ? bytes.length : 0;
  }

  List<SvgPart> parts() {
    while (at < bytes.length) {
      int open = indexOf("<", at);
      if (style != null) {
        style.add(new Span(at, open));
      }
      at = open;
      markup();
    }
    endStyle();
    return parts;
  }

  private void markup() {
    if (starts("<!--", at)) {
      at = behind("-->", at + 4);
    } else if (starts("<![CDATA[", at)) {
      int end = indexOf("]]>", at + 9);
      if (style != null) {
        style.addVerbatim(new Span(at + 9, end));
      }
      at = Math.min(end + 3, bytes.length);
    } else if (starts("<?", at)) {
      instruction();
    } else if (starts("<!", at)) {
      at = behindDeclaration(at + 2);
    } else if (starts("</", at)) {
      endStyle();
      at = behind(">", at + 2);
    } else if (at < bytes.length) {
      element();
    }
  }

  private void instruction() {
    int end = indexOf("?>", at);
    int name = endOfName(at + 2);
    if (style == null && text(at + 2, name).equals("xml-stylesheet")) {
      at = name;
      attributes("?", end);
    }
    at = Math.min(end + 2, bytes.length);
  }

  private void element() {
    endStyle();
    int name = endOfName(at + 1);
    String element = local(text(at + 1, name));
    at = name;
    attributes(element, bytes.length);
    boolean empty = bytes[at - 1] == '/';
    style = element.equals("style") && !empty ? new StyleText(bytes) : null;
    at = Math.min(at + 1, bytes.length);
  }

  /** All attributes up to the end of the tag. */
  private void attributes(String element, int end) {
    while (at < end && bytes[at] != '>') {
      int start = at;
      at = endOfName(at);
      if (at == start) {
        at++;
        continue;
      }
      String name = text(start, at);
      skipSpace(end);
      if (at < end && bytes[at] == '=') {
        at++;
        skipSpace(end);
        value(element, name, end);
      }
    }
  }

  private void value(String element, String name, int end) {
    if (at >= end || bytes[at] != '"' && bytes[at] != '\'') {
      return;
    }
    int start = at + 1;
    int close = start;
    while (close < end && bytes[close] != bytes[at]) {
      close++;
    }
    at = Math.min(close + 1, end);
    if (close == end) {
      return;
    }
    if (STYLED.contains(name)) {
      add(new StyleText(bytes).add(new Span(start, close)));
    } else if (local(name).equals("href") && !element.equals("a")) {
      Span raw = new Span(start, close);
      XmlText.value(text(start, close))
          .ifPresent(text -> parts.add(new SvgPart.Attribute(raw, text)));
    }
  }

  private void endStyle() {
    if (style != null) {
      add(style);
      style = null;
    }
  }

  private void add(StyleText text) {
    Stylesheet stylesheet = text.isReadable() ? text.stylesheet() : null;
    if (stylesheet != null && !stylesheet.references().isEmpty()) { // Most are a colour.
      parts.add(new SvgPart.Style(text, stylesheet));
    }
  }

  /** The index after a document type, which may contain declarations. */
  private int behindDeclaration(int from) {
    int depth = 0;
    for (int i = from; i < bytes.length; i++) {
      switch (bytes[i]) {
        case '"', '\'' -> i = indexOf(bytes[i] == '"' ? "\"" : "'", i + 1);
        case '<' -> i = lastOfComment(i);
        case '[' -> depth++;
        case ']' -> depth--;
        case '>' -> {
          if (depth <= 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    return bytes.length;
  }

  /** The last byte of a comment or an instruction; the index itself if there is none. */
  private int lastOfComment(int from) {
    if (starts("<!--", from)) {
      return behind("-->", from + 4) - 1;
    }
    return starts("<?", from) ? behind("?>", from + 2) - 1 : from;
  }

  private int endOfName(int from) {
    int i = from;
    while (i < bytes.length && " \t\r\n=/>\"'<?".indexOf(bytes[i]) < 0) {
      i++;
    }
    return i;
  }

  private void skipSpace(int end) {
    while (at < end && " \t\r\n".indexOf(bytes[at]) >= 0) {
      at++;
    }
  }

  private boolean starts(String text, int from) {
    for (int i = 0; i < text.length(); i++) {
      if (from + i >= bytes.length || bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int behind(String text, int from) {
    return Math.min(indexOf(text, from) + text.length(), bytes.length);
  }

  /** The index of a text, or the end if it is not found. */
  private int indexOf(String text, int from) {
    for (int i = from; i + text.length() <= bytes.length; i++) {
      if (starts(text, i)) {
        return i;
      }
    }
    return bytes.length;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
