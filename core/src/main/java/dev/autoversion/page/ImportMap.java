package dev.autoversion.page;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The text of an import map (HTML, "import maps"): {@code
 * {"imports":{"/static/js/util.js":"/static/js/util.js?v=9f3c2ab1d04e"}}}. It is sorted by key, so
 * that a page's bytes change only when its contents do.
 */
final class ImportMap {
  private final SortedMap<String, String> imports;
  private final SortedMap<String, String> integrity = new TreeMap<>();

  ImportMap(SortedMap<String, String> imports) {
    this.imports = imports;
  }

  /**
   * Adds the integrity of scripts. Not of JSON and CSS modules: with it, a cycle of scripts that
   * imports one crashes the tab in Chromium 156.
   */
  void addIntegrity(Function<String, Optional<String>> integrityOf) {
    for (String url : imports.values()) {
      if (isScript(url) && !integrity.containsKey(url)) {
        integrityOf.apply(url).ifPresent(value -> integrity.put(url, value));
      }
    }
  }

  boolean isEmpty() {
    return imports.isEmpty();
  }

  @Override
  public String toString() {
    String checked = integrity.isEmpty() ? "" : ",\"integrity\":" + object(integrity);
    return "{\"imports\":" + object(imports) + checked + "}";
  }

  private static boolean isScript(String url) {
    Destination destination = Destination.of(url);
    return destination == Destination.SCRIPT || destination == Destination.MODULE;
  }

  private static String object(Map<String, String> members) {
    StringJoiner object = new StringJoiner(",", "{", "}");
    members.forEach((name, value) -> object.add(Html.string(name) + ":" + Html.string(value)));
    return object.toString();
  }
}
