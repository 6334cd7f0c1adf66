package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Manifest.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that Vite wrote itself says what is loaded, and in which order. */
class ViteHtmlTest {
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:link rel=\"(stylesheet|modulepreload)\" crossorigin(?:=\"\")? href"
              + "|script (type=\"module\"|nomodule) crossorigin(?:=\"\")?"
              + "(?: id=\"[a-z-]*\")? (?:data-)?src)"
              + "=\"/([^\"]*)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vite-5.4.21",
        "vite-6.4.6",
        "vite-7.3.8",
        "vite-8.3.8",
        "vite-8.3.8-chunk-import-map",
        "vite-8.3.8-sri-gen-1.7.1",
        "vite-legacy-5.4.3",
        "vite-legacy-6.1.1",
        "vite-legacy-7.2.1",
        "vite-legacy-8.2.3"
      })
  void entry_asInVitesPage(String build) throws IOException {
    List<String> stylesheets = new ArrayList<>();
    List<String> preloads = new ArrayList<>();
    List<String> modules = new ArrayList<>();
    List<String> legacy = new ArrayList<>();
    Matcher tag = TAG.matcher(Samples.text(build + "/index.html.txt"));
    while (tag.find()) {
      String kind = tag.group(1) == null ? tag.group(2) : tag.group(1);
      List<String> list =
          switch (kind) {
            case "stylesheet" -> stylesheets;
            case "modulepreload" -> preloads;
            case "nomodule" -> legacy;
            default -> modules;
          };
      list.add(tag.group(3));
    }
    assertEquals(3, stylesheets.size());
    assertEquals(1, modules.size());
    assertEquals(build.contains("legacy") ? 2 : 0, legacy.size());
    assertEquals(
        new Entry(stylesheets, List.of(), modules, preloads, List.of(), legacy),
        Samples.read(build).entry("index.html").orElseThrow());
  }
}
