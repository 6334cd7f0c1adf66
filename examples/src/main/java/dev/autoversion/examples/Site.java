package dev.autoversion.examples;

import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import dev.autoversion.manifest.Manifests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The site's pages: some for each engine, some that compare them. Pebble renders the latter. */
final class Site {
  private static final String STYLESHEET = "/static/css/site.css";

  private static final List<Map<String, String>> CARDS =
      List.of(
          Map.of(
              "image", "file.svg",
              "title", "Where does the file live?",
              "text",
                  "In a directory, or in a jar: lit-html, which fills the table below, comes from its WebJar."),
          Map.of(
              "image", "version.svg",
              "title", "What changes when it changes?",
              "text", "The hash of its content. A stylesheet's covers what it imports and shows."),
          Map.of(
              "image", "address.svg",
              "title", "Where does that go in the URL?",
              "text",
                  "Into the file name, where every cache honours it. Another place is one setting away."));

  private final Map<Engine, Pages> pages = new EnumMap<>(Engine.class);
  private final SiteFolder folder;
  private final Autoversion autoversion;

  Site(SiteFolder folder, Autoversion autoversion) {
    this.folder = folder;
    this.autoversion = autoversion;
    for (Engine engine : Engine.values()) {
      pages.put(engine, engine.pages(folder, autoversion));
    }
  }

  /** The one place where the site says what its assets are. */
  static Autoversion.Builder autoversion(SiteFolder folder) {
    return Autoversion.builder()
        .directory("/static", folder.staticFiles())
        .directory("/shop", folder.shop())
        .classpath("/webjars", "META-INF/resources/webjars")
        .manifest("/build", Manifests.read(folder.build()), AssetSource.directory(folder.build()))
        .module("lit-html", Assets.LIT)
        .placement(Placement.fileName());
  }

  /** Where its files are. */
  SiteFolder folder() {
    return folder;
  }

  /** Makes the pages' URLs, and answers requests for them. */
  Autoversion autoversion() {
    return autoversion;
  }

  /** The page as one engine renders it. */
  String page(Engine engine) throws IOException {
    return render(engine, "page", Map.of("engine", engine.label(), "cards", CARDS));
  }

  /** The page whose scripts come from Vite. */
  String planner(Engine engine) throws IOException {
    return render(engine, "planner", Map.of("engine", engine.label()));
  }

  /** The page that visitors change. */
  String shop(Engine engine) throws IOException {
    return render(engine, "shop", Map.of("engine", engine.label()));
  }

  /** The shop's page without a version in it. */
  String plainShop() throws IOException {
    return render(Engine.PEBBLE, "plain-shop", Map.of());
  }

  /** The first page: the shop before and after, and what each engine makes of a reference. */
  String index() throws IOException {
    List<Comparison> rows = comparisons();
    boolean agree = rows.stream().allMatch(Comparison::agrees);
    String verdict = agree ? "All engines agree." : "They do not agree: that is a bug.";
    return render(
        Engine.PEBBLE,
        "index",
        Map.of(
            "engines",
            Engine.values(),
            "colours",
            Shop.Colour.values(),
            "longest",
            Shop.LONGEST_SIGN,
            "stylesheet",
            Marked.url(autoversion.url(STYLESHEET)),
            "rows",
            rows,
            "verdict",
            verdict));
  }

  /** Each engine's template of the shop, and what it becomes. */
  String templates() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      String source = Files.readString(folder.templates(engine).resolve(engine.file("shop")));
      samples.add(Sample.of(engine, source, shop(engine)));
    }
    return render(Engine.PEBBLE, "templates", Map.of("samples", samples));
  }

  /** The page that shows how the server at this address answers. */
  String proof(URI server) throws IOException {
    return render(
        Engine.PEBBLE,
        "proof",
        Map.of(
            "current", server.resolve(autoversion.url(STYLESHEET)),
            "old", old(server),
            "weights", Assets.WEIGHED.stream().map(each -> Wire.of(each, autoversion)).toList(),
            "explanation", explanation()));
  }

  /** How the stylesheet gets its URL; the folder's path is left out, since it is private. */
  private String explanation() {
    return autoversion.explain(STYLESHEET).toString().replace(folder.root().toString(), "...");
  }

  /** An address that a page had before the stylesheet was edited. */
  URI old(URI server) {
    return server.resolve(
        autoversion.url(STYLESHEET).replaceFirst("-[0-9a-f]{12}", "-000000000000"));
  }

  /** What is shown where there is no page. */
  String missing() throws IOException {
    return render(Engine.PEBBLE, "missing", Map.of());
  }

  private List<Comparison> comparisons() throws IOException {
    List<Map<Engine, String>> urls = new ArrayList<>();
    Assets.COMPARED.forEach(reference -> urls.add(new EnumMap<>(Engine.class)));
    for (Engine engine : Engine.values()) {
      List<String> answers = urls(engine);
      for (int i = 0; i < answers.size(); i++) {
        urls.get(i).put(engine, answers.get(i));
      }
    }
    List<Comparison> rows = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      rows.add(Comparison.of(Assets.COMPARED.get(i), urls.get(i)));
    }
    return rows;
  }

  private List<String> urls(Engine engine) throws IOException {
    return render(engine, "urls", Map.of("references", Assets.COMPARED))
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
    Map<String, Object> all = new HashMap<>(Navigation.MODEL);
    all.putAll(model);
    return pages.render(template, all);
  }
}
