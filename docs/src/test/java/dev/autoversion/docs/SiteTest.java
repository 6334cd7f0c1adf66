package dev.autoversion.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site that was just made: each of its links leads somewhere; other sites are not asked. */
class SiteTest {
  private static final Path SITE = Path.of("target/site");
  private static final Path PAGES = Path.of("target/pages/markdown");
  private static final Map<Path, Document> READ = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        READ.put(file.normalize(), Jsoup.parse(file.toFile(), "UTF-8"));
      }
    }
  }

  @Test
  void links_leadSomewhere() {
    Set<String> broken = new TreeSet<>();
    int[] followed = {0};
    READ.forEach(
        (page, document) -> {
          // Javadoc's own page of constants names groups that it does not make.
          boolean constants = page.endsWith("constant-values.html");
          for (Element link : document.select(constants ? "nav [href]" : "[href], [src]")) {
            String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            if (!target.matches("(?i)([a-z]+:|//).*")) {
              followed[0]++;
              if (!leadsSomewhere(page, target)) {
                broken.add(SITE.relativize(page) + ": " + target);
              }
            }
          }
        });
    assertEquals(Set.of(), broken);
    assertTrue(followed[0] > 1000, followed[0] + " links");
  }

  private static boolean leadsSomewhere(Path page, String target) {
    String path = decoded(target.replaceFirst("[?#].*", ""));
    Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (Files.isDirectory(file)) {
      file = file.resolve("index.html");
    }
    int hash = target.indexOf('#');
    String anchor = hash < 0 ? "" : decoded(target.substring(hash + 1));
    Document document = READ.get(file);
    return document == null
        ? Files.exists(file)
        : anchor.isEmpty() || anchor.equals("top") || hasAnchor(document, anchor);
  }

  private static boolean hasAnchor(Document document, String anchor) {
    return document.getElementById(anchor) != null
        || document.select("a[name]").stream().anyMatch(a -> a.attr("name").equals(anchor));
  }

  private static String decoded(String text) {
    return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** A property of the POM that has the name of one of the skin's would hide it. */
  @Test
  void menu_leadsToEachPage() {
    Document page = READ.get(SITE.resolve("docs/serving.html"));
    List<String> items = page.select("nav .nav-list li").eachText();
    assertTrue(
        items.containsAll(List.of("Begin", "What it is", "Pebble", "core")), items::toString);
    assertEquals(List.of("Servlet containers"), page.select("nav .nav-list .active").eachText());
  }

  @Test
  void pages_areAllThere() throws IOException {
    List<String> absent = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(PAGES)) {
      for (Path page : pages.filter(Files::isRegularFile).toList()) {
        String html = PAGES.relativize(page).toString().replaceFirst("\\.md$", ".html");
        Document document = READ.get(SITE.resolve(html));
        if (document == null
            || document.select("main h1, #bodyColumn h1, #contentBox h1").isEmpty()) {
          absent.add(html);
        }
      }
    }
    assertEquals(List.of(), absent);
  }

  /** The site has been made already: its index leads to the Javadoc instead. */
  @Test
  void index_leadsToTheJavadoc() {
    Document index = READ.get(SITE.resolve("docs/README.html"));
    assertEquals(List.of("Javadoc of all modules"), index.select("[href$=/api.html]").eachText());
  }

  @Test
  void api_namesEachModulesJavadoc() throws IOException {
    Set<String> named =
        READ.get(SITE.resolve("api.html")).select("a[href^=api/]").stream()
            .map(link -> URI.create(link.attr("href")).getPath().split("/")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> made = Files.list(SITE.resolve("api"))) {
      assertEquals(
          made.map(api -> api.getFileName().toString()).collect(Collectors.toSet()), named);
    }
  }
}
