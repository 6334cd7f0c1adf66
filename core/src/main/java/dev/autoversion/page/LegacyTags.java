package dev.autoversion.page;

import dev.autoversion.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What browsers without modules load: the scripts that Vite's legacy plugin made. It works like the
 * plugin's own HTML, with the same names, and may also stand in a page's head.
 */
final class LegacyTags {
  private static final String POLYFILL = "vite-legacy-polyfill";
  private static final String ENTRY = "vite-legacy-entry";

  /**
   * A module that parses only where the page's modules do, and then says so. Vite 8's modules also
   * need import.meta.resolve, earlier ones do not: if it is absent, the flag is a promise that the
   * page's own module keeps or breaks.
   */
  private static final String MODERN =
      "(async function*(){})().next();"
          + "window.__vite_is_modern_browser=!!import.meta.resolve||import(%)";

  /** A module that loads the legacy scripts if the one above did not set the flag. */
  private static final String FALLBACK =
      "!function(){var modern=window.__vite_is_modern_browser;"
          + "function legacy(){"
          + "console.warn(\"this browser gets the legacy scripts; ignore the error above\");"
          + "var polyfill=document.getElementById(\"vite-legacy-polyfill\"),"
          + "script=document.createElement(\"script\");"
          + "script.onload=function(){"
          + "document.querySelectorAll(\"script[id^=vite-legacy-entry]\")"
          + ".forEach(function(entry){System.import(entry.getAttribute(\"data-src\"))})};"
          + "script.crossOrigin=polyfill.crossOrigin;script.integrity=polyfill.integrity;"
          + "script.nonce=polyfill.nonce;script.src=polyfill.src;"
          + "document.head.appendChild(script)}"
          + "modern?modern.catch&&modern.catch(legacy):legacy()}()";

  /** Safari 10.1 knows modules, but loads what is marked nomodule, too. */
  private static final String SAFARI =
      "!function(page,probe){if(\"noModule\"in probe||!(\"onbeforeload\"in probe))return;"
          + "var modules=false;"
          + "page.addEventListener(\"beforeload\",function(load){"
          + "if(load.target===probe)modules=true;"
          + "else if(!modules||!load.target.hasAttribute(\"nomodule\"))return;"
          + "load.preventDefault()},true);"
          + "probe.type=\"module\";probe.src=\".\";page.head.appendChild(probe);probe.remove()"
          + "}(document,document.createElement(\"script\"))";

  // Runs after the polyfill, which is deferred, and when the page has been parsed.
  private static final String START =
      "document.addEventListener(\"DOMContentLoaded\",function(){"
          + "System.import(document.getElementById('%').getAttribute('data-src'))})";

  private final Set<String> polyfills = new LinkedHashSet<>();
  private final Set<String> entries = new LinkedHashSet<>();
  private final List<String> modules = new ArrayList<>();

  void add(Manifest.Entry entry) {
    List<String> legacy = entry.legacy();
    if (!legacy.isEmpty()) {
      polyfills.add(legacy.get(0));
      entries.addAll(legacy.subList(1, legacy.size()));
      modules.addAll(entry.modules());
    }
  }

  void addTo(Tags tags) {
    if (polyfills.isEmpty()) {
      return;
    }
    boolean modern = !modules.isEmpty();
    if (modern) {
      Map<String, String> module = Tags.own("type", "module");
      tags.inline(module, MODERN.replace("%", Html.string(modules.get(0))));
      tags.inline(module, FALLBACK);
      tags.inline(Tags.own("nomodule", ""), SAFARI);
    }
    int number = 0;
    for (String url : polyfills) {
      String id = id(POLYFILL, ++number);
      tags.legacy(url, own(modern, "id", id, "src", url, Attributes.DEFER, ""));
    }
    number = 0;
    for (String url : entries) {
      String id = id(ENTRY, ++number);
      tags.inline(own(modern, "id", id, "data-src", url), START.replace("%", id));
    }
  }

  private static String id(String name, int number) {
    return number == 1 ? name : name + "-" + number;
  }

  private static Map<String, String> own(boolean modern, String... namesAndValues) {
    Map<String, String> own = modern ? Tags.own("nomodule", "") : Tags.own();
    own.putAll(Tags.own(namesAndValues));
    return own;
  }
}
