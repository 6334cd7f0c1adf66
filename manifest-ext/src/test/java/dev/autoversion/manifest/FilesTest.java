package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manifest publishes is what the build wrote: {@code files.txt} lists that. */
class FilesTest {
  @ParameterizedTest
  @CsvSource({
    "asset-pipeline-4.3.0, manifest.properties, ''",
    "assets-webpack-plugin-7.1.1, webpack-assets-full.json, /dist/",
    "assets-webpack-plugin-7.1.1, webpack-assets.json, /dist/",
    "bun-1.4.5, meta.json, ''",
    "create-react-app-5.0.1, asset-manifest.json, /app/",
    "django-5.2.17, staticfiles.json, ''",
    "esbuild-0.28.2, meta.json, ''",
    "gulp-rev-12.0.0, rev-manifest.json, ''",
    "laravel-vite-plugin-3.2.0, manifest.json, ''",
    "parcel-2.16.4-bundle-manifest-1.0.0, parcel-manifest.json, /dist/",
    "phoenix-digest, cache_manifest.json, ''",
    "propshaft-1.3.2, .manifest.json, ''",
    "rollup-plugin-output-manifest-2.0.0, manifest-noext.json, /dist/",
    "rsbuild-2.3.2, manifest.json, /dist/",
    "rspack-2.3.3-manifest-plugin-5.2.2, manifest.json, /dist/",
    "shakapacker-10.3.0, manifest.json, /packs/",
    "sprockets-3.7.2, '', ''",
    "symfony-encore-5.3.1, '', /build/",
    "vite-5.4.21, manifest.json, ''",
    "vite-6.4.6, manifest.json, ''",
    "vite-7.3.8, manifest.json, ''",
    "vite-8.3.8, manifest.json, ''",
    "vite-legacy-5.4.3, manifest.json, ''",
    "vite-legacy-8.2.3, manifest.json, ''",
    "vite-plugin-ruby-5.2.4, '', ''",
    "vite-plugin-symfony-8.2.4, entrypoints.json, /build/",
    "webpack-assets-manifest-6.5.2, assets-manifest.json, /dist/",
    "webpack-bundle-tracker-3.2.4, webpack-stats.json, /dist/",
    "webpack-manifest-plugin-6.0.1, manifest.json, /dist/",
  })
  void files_lieInTheOutput(String tool, String file, String base) throws IOException {
    Manifest manifest = Samples.read(tool + "/" + file);
    Set<String> written = Set.copyOf(Samples.lines(tool + "/files.txt"));
    List<String> lost =
        Stream.concat(manifest.files(), manifest.names().map(name -> file(manifest, name)))
            .filter(each -> !each.startsWith(base) || !written.contains(below(each, base)))
            .toList();
    assertEquals(List.of(), lost);
    assertTrue(manifest.files().count() > 5, "too few files");
  }

  @Test
  void files_viteHasAllButThePublicFolder() throws IOException {
    Set<String> lacking = new TreeSet<>(Samples.lines("vite-8.3.8/files.txt"));
    Samples.read("vite-8.3.8").files().forEach(lacking::remove);
    assertEquals(Set.of(".vite/manifest.json", "favicon.ico", "index.html", "robots.txt"), lacking);
  }

  @Test
  void files_bunHasStylesheets() {
    Set<String> files = Samples.read("bun-1.4.5").files().collect(Collectors.toSet());
    assertTrue(files.contains("chunks/cart-fdxandtd.css"), files::toString);
  }

  @Test
  void files_vitesOwnManifestIsNone() {
    assertEquals(
        List.of(),
        Samples.read("vite-plugin-symfony-8.2.4/entrypoints.json")
            .files()
            .filter(file -> file.contains("/."))
            .toList());
  }

  @Test
  void files_phoenixKeepsOldVersions() {
    assertEquals(21, Samples.read("phoenix-digest").files().count());
  }

  @Test
  void names_haveNoSlashInFront() {
    List<String> names = Samples.read("laravel-mix-6.0.49").names().toList();
    assertEquals(
        List.of(
            "js/main.js",
            "js/admin.js",
            "js/landing.js",
            "js/manifest.js",
            "css/print.css",
            "robots.txt",
            "images/crate.svg",
            "images/grid.png",
            "images/leaf.png"),
        names);
  }

  private static String file(Manifest manifest, String name) {
    return manifest.published(name).orElseThrow();
  }

  private static String below(String file, String base) {
    return file.substring(base.length());
  }
}
