package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Manifest.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page loads for the entries of real builds. */
class EntryTest {
  private static final List<String> NONE = List.of();

  @Test
  void entry_vite() {
    assertEquals(
        new Entry(
            List.of(
                "assets/money-B_6RLpUy.css",
                "assets/preload-helper-BCodZXKQ.css",
                "assets/main-BvrF5m3L.css"),
            NONE,
            List.of("assets/main-B_niN26o.js"),
            List.of("assets/money-P2-UbPGR.js", "assets/preload-helper-6wC4zaip.js"),
            List.of("assets/cart-CloasAU3.js"),
            NONE),
        entry("vite-8.3.8", "src/main.js"));
  }

  @Test
  void entry_viteStylesheet() {
    assertEquals(
        Entry.of("assets/print-DV5obAgg.css"), entry("vite-8.3.8", "src/styles/print.css"));
  }

  @Test
  void entry_viteImageIsNone() {
    assertEquals(Optional.empty(), Samples.read("vite-8.3.8").entry("src/images/leaf.png"));
  }

  @ParameterizedTest
  @CsvSource({
    "vite-legacy-5.4.3, assets/polyfills-legacy-jerpf-m1.js, assets/main-legacy-DOsBCSXl.js",
    "vite-legacy-8.2.3, assets/polyfills-legacy-DgFSzaK1.js, assets/main-legacy-DVUi0YBp.js",
  })
  void entry_viteLegacy(String build, String polyfills, String twin) {
    assertEquals(List.of(polyfills, twin), entry(build, "src/main.js").legacy());
    assertEquals(NONE, entry(build, "src/styles/print.css").legacy());
  }

  @Test
  void entry_esbuild() {
    assertEquals(
        new Entry(
            List.of("admin-X74OJL3L.css"),
            NONE,
            List.of("admin-JQRGJVJB.js"),
            List.of(
                "chunks/chunk-RZF6ECP2.js", "chunks/chunk-UB2OUKHJ.js", "chunks/chunk-WK2PCGZV.js"),
            List.of("chunks/report-EEAOWBM6.js"),
            NONE),
        entry("esbuild-0.28.2", "src/admin.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "main.js"})
  void entry_createReactApp(String name) {
    assertEquals(
        new Entry(
            List.of("/app/static/css/main.8e7bd2b6.css"),
            List.of("/app/static/js/main.a96ed1b4.js"),
            NONE,
            NONE,
            NONE,
            NONE),
        entry("create-react-app-5.0.1", name));
  }

  /** In Rsbuild's own pages the stylesheets and scripts stand in that order. */
  @Test
  void entry_rsbuild() {
    assertEquals(
        new Entry(
            List.of("/dist/static/css/3.48e1b08c00.css", "/dist/static/css/main.6562919a42.css"),
            List.of("/dist/static/js/3.5eb036212a.js", "/dist/static/js/main.d58a038e3a.js"),
            NONE,
            NONE,
            NONE,
            NONE),
        entry("rsbuild-2.3.2", "main"));
  }

  @Test
  void entry_bun() {
    assertEquals(
        new Entry(
            List.of("chunks/report-2p8xa2jv.css"),
            NONE,
            List.of("chunks/report-124vdte0.js"),
            List.of("chunks/main-vn2frenv.js", "chunks/main-km0b90rf.js", "src/admin-cfjraf18.js"),
            NONE,
            NONE),
        entry("bun-1.4.5", "src/pages/report.js"));
    assertEquals(
        Entry.of("src/styles/print-sdwewazt.css"), entry("bun-1.4.5", "src/styles/print.css"));
  }

  @ParameterizedTest
  @CsvSource({
    "webpack-5.112.2-stats/stats.json",
    "webpack-assets-manifest-6.5.2/assets-manifest.json",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json",
    "assets-webpack-plugin-7.1.1/webpack-assets.json",
  })
  void entry_webpack(String path) {
    Entry main =
        new Entry(
            List.of("/dist/css/main.0efe6f00.css"),
            List.of(
                "/dist/js/runtime.a548fff3.js",
                "/dist/js/src_shared_money_js.6196de59.js",
                "/dist/js/src_shared_basket_js.a12a5737.js",
                "/dist/js/main.fc965c1d.js"),
            NONE,
            NONE,
            NONE,
            NONE);
    assertEquals(main, entry(path, "main"));
    assertEquals(main, entry(path, "main.js"));
    assertEquals(Entry.of("/dist/css/print.998bce6a.css"), entry(path, "print.css"));
    assertEquals(Optional.empty(), Samples.read(path).entry("mian"));
  }

  @Test
  void entry_encore() {
    assertEquals(
        new Entry(
            List.of("/build/print.e2448980.css"),
            List.of("/build/runtime.180b9708.js"),
            NONE,
            NONE,
            NONE,
            NONE),
        entry("symfony-encore-5.3.1", "print"));
    assertEquals(
        List.of("/build/326.8eabf201.css", "/build/746.a049c825.css", "/build/main.88eb3169.css"),
        entry("symfony-encore-5.3.1", "main").stylesheets());
  }

  @Test
  void entry_shakapacker() {
    assertEquals(
        List.of(
            "/packs/js/runtime-d14e2b66d099df24b281.js",
            "/packs/js/861-aa6e72c72c64ee726154.js",
            "/packs/js/landing-2295bde4e95b7a3003b1.js"),
        entry("shakapacker-10.3.0", "landing").scripts());
    assertEquals(
        Entry.of("/packs/js/runtime-d14e2b66d099df24b281.js"),
        entry("shakapacker-10.3.0", "runtime.js"));
  }

  @Test
  void entry_symfonyVite() {
    assertEquals(
        new Entry(
            List.of("/build/assets/money-B_6RLpUy.css", "/build/assets/landing-DTqlkNAG.css"),
            NONE,
            List.of("/build/assets/landing-B1ZhVyTP.js"),
            List.of("/build/assets/money-P2-UbPGR.js"),
            NONE,
            NONE),
        entry("vite-plugin-symfony-8.2.4", "landing"));
  }

  @ParameterizedTest
  @CsvSource({
    "gulp-rev-12.0.0, styles/main.css, styles/main-a0ca365526.css",
    "laravel-mix-6.0.49, js/main.js, /js/main.js?id=9e4456b5c7c4990842b1a9f09bd6e13b",
    "webpack-manifest-plugin-6.0.1/manifest-based.json, build/main, /dist/js/main.fc965c1d.js",
    "sprockets-3.7.2, main.js,"
        + " main-3e9bb33799bf93e35eb0752b3341025a47c49fe370cae5491685d48735b872b3.js",
  })
  void entry_flatIsTheFileByItsType(String path, String name, String file) {
    assertEquals(Entry.of(file), entry(path, name));
  }

  @Test
  void entry_rubyHasTheImagesOfBothFiles() {
    assertEquals(
        Optional.of("assets/grid-DFSrGzyf.png"),
        Samples.read("vite-plugin-ruby-5.2.4/manifest.json")
            .published("images/only-in-template.png"));
    assertEquals(
        List.of("assets/main-BEw-v2a_.js"),
        entry("vite-plugin-ruby-5.2.4/manifest.json", "entrypoints/main.js").modules());
  }

  private static Entry entry(String path, String name) {
    return Samples.read(path).entry(name).orElseThrow();
  }
}
