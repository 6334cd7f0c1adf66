package dev.autoversion.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The links to each page and out of the site; they are the same on every page. */
final class Navigation {
  private static final String REPOSITORY = "https://github.com/autoversion/autoversion";

  /** As templates ask for it; maps, since all engines can read those. */
  static final Map<String, Object> MODEL =
      Map.of(
          "pages",
              List.of(link("/", "Live"), link("/templates", "Templates"), link("/proof", "Proof")),
          "menus",
              List.of(
                  menu("Engines", engine -> "/" + engine.path()),
                  menu("With Vite", engine -> "/" + engine.path() + "/planner")),
          "links",
              List.of(
                  link(REPOSITORY, "Repository"),
                  link(REPOSITORY + "/tree/main/docs", "Documentation"),
                  link(REPOSITORY + "/blob/main/LICENSE", "Licence: Apache 2.0")));

  private Navigation() {}

  private static Map<String, Object> menu(String label, Function<Engine, String> page) {
    return Map.of(
        "label",
        label,
        "pages",
        Arrays.stream(Engine.values())
            .map(engine -> link(page.apply(engine), engine.label()))
            .toList());
  }

  private static Map<String, String> link(String path, String label) {
    return Map.of("path", path, "label", label);
  }
}
