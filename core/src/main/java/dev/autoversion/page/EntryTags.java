package dev.autoversion.page;

import dev.autoversion.Manifest;
import java.util.LinkedHashSet;
import java.util.Set;

/** The tags of all entries of a call, each URL once, at its first place. */
final class EntryTags {
  private static final String CLIENT = "@vite/client";

  private final Set<String> stylesheets = new LinkedHashSet<>();
  private final Set<String> preloads = new LinkedHashSet<>();
  private final Set<String> scripts = new LinkedHashSet<>();
  private final Set<String> modules = new LinkedHashSet<>();
  private final LegacyTags legacy = new LegacyTags();

  void add(Manifest.Entry entry) {
    stylesheets.addAll(entry.stylesheets());
    preloads.addAll(entry.preloads());
    scripts.addAll(entry.scripts());
    modules.addAll(entry.modules());
    legacy.add(entry);
  }

  String html(Tags tags) {
    if (tags.attributes().wantsReact()) {
      refreshReact(tags);
    }
    stylesheets.forEach(tags::stylesheet);
    for (String url : preloads) {
      if (!modules.contains(url) && !scripts.contains(url)) {
        tags.modulePreload(url);
      }
    }
    scripts.forEach(tags::script);
    modules.forEach(tags::module);
    legacy.addTo(tags);
    return tags.toString();
  }

  /** What Vite's React plugin must run before any component; only with its dev server. */
  private void refreshReact(Tags tags) {
    for (String url : modules) {
      if (url.endsWith("/" + CLIENT)) {
        String base = url.substring(0, url.length() - CLIENT.length());
        tags.inline(Tags.own("type", "module"), preamble(base + "@react-refresh"));
        return;
      }
    }
  }

  // In older plugins the runtime is the default export.
  private static String preamble(String runtime) {
    return """
        import * as runtime from %;
        (runtime.default ?? runtime).injectIntoGlobalHook(window);
        window.$RefreshReg$ = () => {};
        window.$RefreshSig$ = () => type => type;
        window.__vite_plugin_react_preamble_installed__ = true;"""
        .replace("%", Html.string(runtime));
  }
}
