package dev.autoversion.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.autoversion.AssetSource;
import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page knows beside the tags of its entries. */
class PageTest extends Site {
  /** The next value behind a URL, in a tag, an import map, a header, or the text of a link. */
  private static final Pattern INTEGRITY =
      Pattern.compile("/s/e\\.\\w+(?:\\?v=(\\w+))?(?:(?!/s/e).)*?(sha384-[^\"\\]]+)");

  @Test
  void entry_partsForHandMadeMarkup() {
    Entry entry = page().entry("/b/main.js");
    assertEquals(
        new Entry(
            List.of(
                new Link("/b/shared-1.css", Optional.empty()),
                new Link("/b/main-1.css", Optional.empty())),
            List.of(),
            List.of(new Link("/b/main-1.js", Optional.of("sha384-main"))),
            List.of(new Link("/b/shared-1.js", Optional.of("sha384-shared"))),
            List.of(new Link("/b/later-1.js", Optional.empty()))),
        entry);
  }

  @Test
  void integrity_textOrNothing() {
    assertEquals("sha384-main", page().integrity("/b/main.js"));
    assertEquals(TWO, page().integrity("/s/a.js"));
    assertEquals(TWO, new Page(builder().build(), "/shop").integrity("/shop/s/a.js"));
    assertEquals("", page().integrity("/s/none.js"));
    assertEquals("", page().integrity("https://cdn.example/a.js"));
  }

  @Test
  void integrityAt_versionedUrlAlone() {
    assertEquals(TWO, page().integrityAt("/s/a.js?v=3fc4ccfe7458"));
    assertEquals("", page().integrityAt("/s/a.js?v=8b5b9db0c13d"));
    assertEquals("", page().integrityAt("/s/a.js"));
  }

  /** As behind Spring's ForwardedHeaderFilter, which has a proxy's prefix for context path. */
  @Test
  void contextPath_ofAProxy_besideTheBuildersOwn() {
    Page plain = new Page(builder().contextPath("/shop").build(), "/shop");
    Page proxied = new Page(builder().contextPath("/shop").build(), "/proxy");
    for (String name : List.of("/b/main.js", "/s/a.js")) {
      List<String> inside = List.of("/shop" + name);
      List<String> outside = List.of("/proxy" + name);
      Map<String, Boolean> checked = Map.of("integrity", true);
      assertEquals(
          plain.entrypoint(inside, checked).replace("/shop/", "/proxy/"),
          proxied.entrypoint(outside, checked));
      assertEquals(
          plain.importMap(inside, checked).replace("/shop/", "/proxy/"),
          proxied.importMap(outside, checked));
      assertEquals(
          plain.preload(inside, checked).replace("/shop/", "/proxy/"),
          proxied.preload(outside, checked));
      assertEquals(plain.links(inside).replace("/shop/", "/proxy/"), proxied.links(outside));
      assertEquals(plain.integrity("/shop" + name), proxied.integrity("/proxy" + name));
    }
    assertEquals(
        "/proxy/s/a.png?v=3fc4ccfe7458 1x, /other/s/b.png 2x",
        proxied.srcset("/proxy/s/a.png 1x, /other/s/b.png 2x"));
    assertEquals(
        "/s/a.png 1x", new Page(builder().contextPath("/shop").build()).srcset("/s/a.png 1x"));
  }

  @Test
  void srcset_eachCandidate() {
    assertEquals(
        "/shop/s/a.png?v=3fc4ccfe7458 1x, /shop/s/b.png?v=8b5b9db0c13d 2x, /s/a.png 3x",
        new Page(builder().build(), "/shop")
            .srcset("/shop/s/a.png 1x, /shop/s/b.png 2x, /s/a.png 3x"));
  }

  @Test
  void react_onlyInDevelopment() throws IOException {
    HttpServer vite =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    vite.createContext(
        "/base/@vite/client",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    vite.start();
    String origin = "http://127.0.0.1:" + vite.getAddress().getPort();
    try {
      Autoversion autoversion = builder().devServer("/b", URI.create(origin + "/base/")).build();
      assertEquals(
          lines(
              "<script type=\"module\" nonce=\"n\">import * as runtime from"
                  + " \"ORIGIN/base/@react-refresh\";",
              "(runtime.default ?? runtime).injectIntoGlobalHook(window);",
              "window.$RefreshReg$ = () => {};",
              "window.$RefreshSig$ = () => type => type;",
              "window.__vite_plugin_react_preamble_installed__ = true;</script>",
              "<script type=\"module\" src=\"ORIGIN/base/@vite/client\" nonce=\"n\"></script>",
              "<script type=\"module\" src=\"ORIGIN/base/main.js\" nonce=\"n\"></script>"),
          new Page(autoversion)
              .entrypoint(List.of("/b/main.js"), Map.of("react", true, "nonce", "n"))
              .replace(origin, "ORIGIN"));
      assertEquals(
          lines(
              "<link rel=\"stylesheet\" href=\"ORIGIN/base/theme.css\">",
              "<script type=\"module\" src=\"ORIGIN/base/@vite/client\"></script>"),
          new Page(autoversion)
              .entrypoint(List.of("/b/theme.css"), Map.of())
              .replace(origin, "ORIGIN"));
    } finally {
      vite.stop(0);
    }
    assertEquals(
        page().entrypoint(List.of("/b/main.js"), Map.of()),
        page().entrypoint(List.of("/b/main.js"), Map.of("react", true)));
  }

  @Test
  void null_refused() {
    Map<String, Object> none = new HashMap<>();
    none.put("nonce", null);
    assertEquals(
        "<link rel=\"stylesheet\" href=\"/b/theme-1.css\">",
        page().entrypoint(List.of("/b/theme.css"), none));
    assertThrows(NullPointerException.class, () -> new Page(null));
    assertThrows(NullPointerException.class, () -> new Page(builder().build(), null));
  }

  /** What a stylesheet refers to begins with the request's context path, too. */
  @Test
  void integrity_stylesheetOfARequest() throws IOException {
    Files.writeString(site.resolve("c.css"), "a{background:url(/shop/s/a.png)}");
    // printf 'a{background:url(/shop/s/a.png?v=3fc4ccfe7458)}' | openssl dgst -sha384 -binary
    assertEquals(
        "sha384-PyBAlWM4bwxdIRy5t7LLxo8jxOUoZo+R8t4+utGrwU5zRQFi+IsqbUjilHDlU4gC",
        new Page(builder().build(), "/shop").integrity("/shop/s/c.css"));
  }

  /** Else a browser that has the earlier bytes under the earlier URL refuses them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void integrity_fileEditedMeanwhile_isThatOfTheUrl(boolean wasThere) throws IOException {
    // printf three | openssl dgst -sha384 -binary | base64
    String three = "sha384-Coe8Il0xAd6nB6xQM/IZ6lkOw3UZP1ygg8sq+natxiYtoLCFywh/lG7AO7CtXyvh";
    Set<String> expected = Set.of("3fc4ccfe7458 " + TWO, "8b5b9db0c13d " + three);
    Map<String, Boolean> checked = Map.of("integrity", true);
    Map<String, Function<Page, String>> words =
        Map.of(
            "entrypoint", page -> page.entrypoint(List.of("/s/e.js", "/s/e.cjs"), checked),
            "preload", page -> page.preload(List.of("/s/e.cjs", "/s/e.css"), checked),
            "importmap", page -> page.importMap(List.of("/s/e.js"), checked),
            "links", page -> page.links(List.of("/s/e.css", "/s/e.js"), checked),
            "entry", page -> page.entry("/s/e.js").modules().toString());
    Set<String> found = new HashSet<>();
    for (Function<Page, String> word : words.values()) {
      for (int look = 0; look < 20; look++) {
        String html = word.apply(new Page(editedBefore(look, wasThere)));
        Matcher tag = INTEGRITY.matcher(html);
        while (tag.find()) {
          String version = tag.group(1) == null ? "none" : tag.group(1);
          assertTrue(expected.contains(version + " " + tag.group(2)), look + ": " + html);
          found.add(version);
        }
      }
    }
    assertEquals(wasThere ? Set.of("3fc4ccfe7458", "8b5b9db0c13d") : Set.of("8b5b9db0c13d"), found);
  }

  /** A site whose files change from two to three, or appear, before one of the looks at them. */
  private Autoversion editedBefore(int look, boolean wasThere) throws IOException {
    for (String name : List.of("e.js", "e.cjs", "e.css")) {
      if (wasThere) {
        Files.writeString(site.resolve(name), "two");
      } else {
        Files.deleteIfExists(site.resolve(name));
      }
    }
    AssetSource files = AssetSource.directory(site);
    AtomicInteger looks = new AtomicInteger();
    AssetSource edited =
        path -> {
          if (looks.getAndIncrement() == look) {
            for (String name : List.of("e.js", "e.cjs", "e.css")) {
              Files.writeString(site.resolve(name), "three");
            }
          }
          return files.find(path);
        };
    return Autoversion.builder().source("/s", edited).recheckAfter(Duration.ZERO).build();
  }

  /** A link builder was told the name, and gave that. */
  @Test
  void entry_byItsOwnFile() {
    assertEquals(page().entry("/b/main.js"), page().entry("/b/main-1.js"));
    Autoversion cdn =
        Autoversion.builder()
            .manifest("/b", LiteralManifest.SHOP.servedAt("https://cdn.example/x"))
            .build();
    assertEquals(
        new Page(cdn).entry("/b/main.js"), new Page(cdn).entry("https://cdn.example/x/main-1.js"));
    assertEquals(
        List.of("/shop/b/shared-1.css", "/shop/b/main-1.css"),
        new Page(Autoversion.builder().manifest("/b", LiteralManifest.SHOP).build(), "/shop")
            .entry("/shop/b/main-1.js").stylesheets().stream().map(Link::url).toList());
    assertEquals(List.of(), page().entry("/b/shared-1.js").stylesheets());
  }
}
