package dev.autoversion.examples;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import dev.autoversion.manifest.Manifests;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The site's pages: one for each engine, and an index that compares them. */
final class Site {
  private static final List<Map<String, String>> CARDS =
      List.of(
          Map.of(
              "image", "file.svg",
              "title", "Where does the file live?",
              "text", "In a directory, or in a jar: Bootstrap comes from its WebJar."),
          Map.of(
              "image", "version.svg",
              "title", "What changes when it changes?",
              "text", "The hash of its content. A stylesheet's covers what it imports and shows."),
          Map.of(
              "image", "address.svg",
              "title", "Where does that go in the URL?",
              "text",
                  "Into the file name, where every cache honours it. Another place is one setting away."));

  private static final List<Map<String, String>> LINKS =
      Arrays.stream(Engine.values())
          .map(engine -> Map.of("path", "/" + engine.path(), "label", engine.label()))
          .toList();

  private final Map<Engine, Pages> pages = new EnumMap<>(Engine.class);
  private final Autoversion autoversion;

  Site(SiteFolder folder, Autoversion autoversion) {
    this.autoversion = autoversion;
    for (Engine engine : Engine.values()) {
      pages.put(engine, engine.pages(folder, autoversion));
    }
  }

  /** The one place where the site says what its assets are. */
  static Autoversion.Builder autoversion(SiteFolder folder) {
    return Autoversion.builder()
        .directory("/static", folder.staticFiles())
        .classpath("/webjars", "META-INF/resources/webjars")
        .manifest("/build", Manifests.read(folder.build()), AssetSource.directory(folder.build()))
        .placement(Placement.fileName());
  }

  /** What the pages ask for URLs, and what the server asks what they mean. */
  Autoversion autoversion() {
    return autoversion;
  }

  /** The page as one engine renders it. */
  String page(Engine engine) throws IOException {
    return render(engine, "page", Map.of("engine", engine.label(), "pages", LINKS, "cards", CARDS));
  }

  /** The page whose scripts come from Vite. */
  String planner(Engine engine) throws IOException {
    return render(engine, "planner", Map.of("engine", engine.label()));
  }

  /** The index; Pebble renders it, all fill its table. */
  String index() throws IOException {
    List<Comparison> rows = comparisons();
    boolean agree = rows.stream().allMatch(Comparison::agrees);
    String verdict = agree ? "All engines agree." : "They do not agree: that is a bug.";
    return render(
        Engine.PEBBLE,
        "index",
        Map.of("engines", Engine.values(), "rows", rows, "verdict", verdict));
  }

  /** How one sees that it works: two commands to type, for the server at this address. */
  String proof(URI server) throws IOException {
    String stylesheet = autoversion.url("/static/css/site.css");
    String old = stylesheet.replaceFirst("-[0-9a-f]{12}", "-000000000000");
    return render(
        Engine.PEBBLE,
        "proof",
        Map.of(
            "engines", Engine.values(),
            "current", server.resolve(stylesheet),
            "old", server.resolve(old),
            "explanation", autoversion.explain("/static/css/site.css")));
  }

  private List<Comparison> comparisons() throws IOException {
    List<String> references =
        Stream.of(Assets.VERSIONED, Assets.LEFT_ALONE).flatMap(List::stream).toList();
    List<Map<Engine, String>> urls = new ArrayList<>();
    references.forEach(reference -> urls.add(new EnumMap<>(Engine.class)));
    for (Engine engine : Engine.values()) {
      List<String> answers = urls(engine, references);
      for (int i = 0; i < answers.size(); i++) {
        urls.get(i).put(engine, answers.get(i));
      }
    }
    List<Comparison> rows = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      rows.add(Comparison.of(references.get(i), urls.get(i)));
    }
    return rows;
  }

  private List<String> urls(Engine engine, List<String> references) throws IOException {
    return render(engine, "urls", Map.of("references", references))
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .toList();
  }

  private String render(Engine engine, String template, Map<String, Object> model)
      throws IOException {
    Pages pages = this.pages.get(engine);
    if (pages == null) {
      throw new IllegalStateException("no pages for " + engine);
    }
    return pages.render(template, model);
  }
}
