package dev.autoversion.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Writes tags, one a line. */
final class Tags {
  private final Page page;
  private final Attributes attributes;
  private final StringJoiner lines = new StringJoiner("\n");

  Tags(Page page, Attributes attributes) {
    this.page = page;
    this.attributes = attributes;
  }

  Attributes attributes() {
    return attributes;
  }

  void stylesheet(String url) {
    file(TagKind.STYLESHEET, url, own("rel", "stylesheet", "href", url));
  }

  void modulePreload(String url) {
    file(TagKind.MODULE_PRELOAD, url, own("rel", "modulepreload", "href", url));
  }

  void preload(String url, Map<String, String> how) {
    Map<String, String> own = own("rel", "preload", "href", url);
    own.putAll(how);
    file(TagKind.PRELOAD, url, own);
  }

  /** Deferred unless that was declined, since a bundler's scripts must run in order. */
  void script(String url) {
    Map<String, String> own = own("src", url);
    if (!attributes.mentions(Attributes.DEFER) && !attributes.has("async")) {
      own.put(Attributes.DEFER, "");
    }
    file(TagKind.SCRIPT, url, own);
  }

  void module(String url) {
    file(TagKind.MODULE, url, own("type", "module", "src", url));
  }

  /** A script with a URL and other attributes that it needs. */
  void legacy(String url, Map<String, String> own) {
    file(TagKind.LEGACY, url, own);
  }

  /** The script must not hold {@code </script}; see {@link Html#string}. */
  void inline(Map<String, String> own, String script) {
    tag(TagKind.INLINE, own, script);
  }

  /** {@code own("rel", "preload", "as", "font")}. */
  static Map<String, String> own(String... namesAndValues) {
    Map<String, String> own = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      own.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return own;
  }

  @Override
  public String toString() {
    return lines.toString();
  }

  private void file(TagKind kind, String url, Map<String, String> own) {
    attributes.addIntegrity(own, () -> page.integrityOf(url));
    tag(kind, own, "");
  }

  private void tag(TagKind kind, Map<String, String> own, String body) {
    StringBuilder tag = new StringBuilder(128).append('<').append(kind.element);
    own.forEach((name, value) -> attribute(tag, name, value));
    attributes
        .of(kind)
        .forEach(
            (name, value) -> {
              if (!own.containsKey(name)) {
                attribute(tag, name, value);
              }
            });
    tag.append('>');
    if (kind.element.equals("script")) {
      tag.append(body).append("</script>");
    }
    lines.add(tag);
  }

  private static void attribute(StringBuilder tag, String name, String value) {
    tag.append(' ').append(name);
    if (!value.isEmpty()) {
      tag.append("=\"").append(Html.escape(value)).append('"');
    }
  }
}
