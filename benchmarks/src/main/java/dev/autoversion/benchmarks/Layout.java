package dev.autoversion.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page like many: stylesheets, scripts, icons in its navigation, and a table. */
final class Layout {
  /** The references in it. */
  static final int REFERENCES = 20;

  private static final String CSS = "/webjars/bootstrap/5.3.8/dist/css/";
  private static final String ICON = "/webjars/font-awesome/6.7.2/svgs/solid/";
  private static final String FONT = "/webjars/font-awesome/6.7.2/webfonts/";

  private Layout() {}

  /** With versioned references. */
  static String of(Engine engine) {
    return page(engine, engine::attribute);
  }

  /** With references that are mere text. */
  static String literal(Engine engine) {
    return page(engine, (name, reference) -> name + "=\"" + reference + "\"");
  }

  /** What its table shows. */
  static Map<String, Object> model() {
    List<Map<String, String>> rows =
        IntStream.range(0, 30)
            .mapToObj(i -> Map.of("name", "O'Neil & Sons <" + i + ">", "city", "Springfield " + i))
            .toList();
    return Map.of("rows", rows);
  }

  private static String page(Engine engine, BinaryOperator<String> attribute) {
    String styles =
        Stream.of(CSS + "bootstrap.css", CSS + "bootstrap-grid.css", AssetTree.FONT_AWESOME)
            .map(url -> "<link rel=\"stylesheet\" " + attribute.apply("href", url) + ">")
            .collect(Collectors.joining("\n"));
    String fonts =
        Stream.of("fa-solid-900.woff2", "fa-regular-400.woff2", "fa-brands-400.woff2")
            .map(name -> "<link rel=\"preload\" " + attribute.apply("href", FONT + name) + ">")
            .collect(Collectors.joining("\n"));
    String icons =
        Stream.of(
                "house", "user", "car", "bell", "book", "bug", "camera", "check", "clock", "cloud",
                "code", "gear")
            .map(name -> icon(name, attribute))
            .collect(Collectors.joining("\n"));
    String scripts =
        Stream.of("bootstrap.js", "bootstrap.bundle.js")
            .map(name -> CSS.replace("/css/", "/js/") + name)
            .map(url -> "<script " + attribute.apply("src", url) + "></script>")
            .collect(Collectors.joining("\n"));
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Owners</title>
        %s
        %s
        </head>
        <body class="container">
        <nav class="navbar navbar-expand-lg"><ul class="navbar-nav">
        %s
        </ul></nav>
        <main><h1>Owners</h1><table class="table table-striped">
        %s</table></main>
        %s
        </body>
        </html>
        """
        .formatted(styles, fonts, icons, engine.rows(), scripts);
  }

  private static String icon(String name, BinaryOperator<String> attribute) {
    return "<li class=\"nav-item\"><a class=\"nav-link\" href=\"/owners/"
        + name
        + "\"><img alt=\"\" "
        + attribute.apply("src", ICON + name + ".svg")
        + "></img> "
        + name
        + "</a></li>";
  }
}
