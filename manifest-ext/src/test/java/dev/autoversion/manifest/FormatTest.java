package dev.autoversion.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Manifest;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each tool's own file is recognised, and a name in it gives the file that the tool made. */
class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "asset-pipeline-4.3.0/manifest.properties, asset-pipeline, cart.js, cart-a0e96c694961b66f185e53043ae34b0a.js",
    "assets-webpack-plugin-7.1.1/webpack-assets.json, assets-webpack-plugin, main.css, /dist/css/main.0efe6f00.css",
    "assets-webpack-plugin-7.1.1/webpack-assets-full.json, assets-webpack-plugin, main.png, /dist/files/leaf.3919f6db.png",
    "bun-1.4.5/meta.json, esbuild or bun, src/main.js, src/main-8fbex1qh.js",
    "bun-1.4.5/meta.json, esbuild or bun, src/styles/print.css, src/styles/print-sdwewazt.css",
    "create-react-app-5.0.1/asset-manifest.json, Create React App, main.css, /app/static/css/main.8e7bd2b6.css",
    "create-react-app-5.0.1/asset-manifest.json, Create React App, main, /app/static/js/main.a96ed1b4.js",
    "django-3.2.25/staticfiles.json, Django, src/main.js, src/main.985575ef016e.js",
    "django-5.2.17/staticfiles.json, Django, src/main.js, src/main.985575ef016e.js",
    "esbuild-0.28.2/meta.json, esbuild or bun, src/main.js, main-YC2PRMUW.js",
    "esbuild-0.28.2/meta.json, esbuild or bun, src/images/leaf.png, leaf-G25WT66M.png",
    "esbuild-0.28.2/meta.json, esbuild or bun, src/styles/print.css, styles/print-JVCQHZAS.css",
    "esbuild-plugin-manifest-1.0.5/manifest.json, flat, dist/main.js, dist/main-6TIMYT5Q.js",
    "esbuild-plugin-manifest-1.0.5/manifest.json, flat, main.js, main-6TIMYT5Q.js",
    "gulp-rev-12.0.0/rev-manifest.json, flat, styles/main.css, styles/main-a0ca365526.css",
    "laravel-mix-6.0.49/mix-manifest.json, flat, js/main.js, /js/main.js?id=9e4456b5c7c4990842b1a9f09bd6e13b",
    "laravel-mix-6.0.49/mix-manifest.json, flat, /js/main.js, /js/main.js?id=9e4456b5c7c4990842b1a9f09bd6e13b",
    "laravel-vite-plugin-3.2.0/manifest.json, Vite, src/main.js, assets/main-CQT5Ipun.js",
    "parcel-2.16.4-bundle-manifest-1.0.0/parcel-manifest.json, flat, images/leaf.png, /dist/leaf.7ca212f9.png",
    "phoenix-digest/cache_manifest.json, Phoenix, main.js, main-985575ef016e620410b3b2512a91aa97.js",
    "propshaft-1.0-old-shape/.manifest.json, flat, main.js, main-b4266d02.js",
    "propshaft-1.3.2/.manifest.json, Propshaft, main.js, main-b4266d02.js",
    "rollup-plugin-output-manifest-2.0.0/manifest.json, flat, main.css.css, /dist/assets/main-FkbT8V9N.css",
    "rollup-plugin-output-manifest-2.0.0/manifest-noext.json, flat, main, /dist/main-gEaBlCGt.js",
    "rsbuild-2.3.2/manifest.json, Rsbuild, main, /dist/static/js/main.d58a038e3a.js",
    "rsbuild-2.3.2/manifest.json, Rsbuild, admin.css, /dist/static/css/admin.3d98ee6171.css",
    "rspack-2.3.3-manifest-plugin-5.2.2/manifest.json, flat, main.js, /dist/js/main.8ae2d22f.js",
    "shakapacker-10.3.0/manifest.json, webpack-assets-manifest, main.js, /packs/js/main-333209006c76204a4cf5.js",
    "symfony-encore-5.3.1/entrypoints.json, Encore, main.js, /build/main.67116dc2.js",
    "symfony-encore-5.3.1/entrypoints.json, Encore, print, /build/print.e2448980.css",
    "symfony-encore-5.3.1/manifest.json, flat, build/images/leaf.png, /build/images/leaf.3919f6db.png",
    "vite-5.4.21/manifest.json, Vite, src/main.js, assets/main-CtHJgUP-.js",
    "vite-6.4.6/manifest.json, Vite, src/images/leaf.png, assets/leaf-D5EqJ8WM.png",
    "vite-7.3.8/manifest.json, Vite, src/styles/print.css, assets/print-DV5obAgg.css",
    "vite-8.3.8/manifest.json, Vite, src/main.js, assets/main-B_niN26o.js",
    "vite-8.3.8/manifest.json, Vite, /src/main.js, assets/main-B_niN26o.js",
    "vite-plugin-ruby-5.2.4/manifest-assets.json, Vite, images/only-in-template.png, assets/grid-DFSrGzyf.png",
    "vite-plugin-symfony-8.2.4/entrypoints.json, vite-plugin-symfony, main, /build/assets/main-CQT5Ipun.js",
    "vite-plugin-symfony-8.2.4/entrypoints.json, vite-plugin-symfony, print.css, /build/assets/print-D7xzabKY.css",
    "webpack-5.112.2-stats/stats.json, webpack stats, main.js, /dist/js/main.fc965c1d.js",
    "webpack-5.112.2-stats/stats.json, webpack stats, src/images/leaf.png, /dist/files/leaf.3919f6db.png",
    "webpack-assets-manifest-6.5.2/assets-manifest.json, webpack-assets-manifest, main.js, /dist/js/main.fc965c1d.js",
    "webpack-assets-manifest-6.5.2/assets-manifest-plain.json, flat, main.js, js/main.fc965c1d.js",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, webpack-bundle-tracker, main, /dist/js/main.fc965c1d.js",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, webpack-bundle-tracker, src/images/leaf.png, /dist/files/leaf.3919f6db.png",
    "webpack-manifest-plugin-6.0.1/manifest.json, flat, files/leaf.png, /dist/files/leaf.3919f6db.png",
    "webpack-manifest-plugin-6.0.1/manifest-based.json, flat, build/main, /dist/js/main.fc965c1d.js",
  })
  void read_sample(String path, String label, String name, String file) {
    Manifest manifest = Samples.read(path);
    assertEquals("manifest " + Samples.path(path) + " (" + label + ")", manifest.toString());
    assertEquals(Optional.of(file), manifest.published(name));
    assertEquals("", manifest.base());
    assertEquals(Optional.empty(), manifest.published(name + "x"));
  }

  @ParameterizedTest
  @CsvSource({
    "vite-7.3.8-manifest-sri-0.2.0/manifest.json, src/main.js, sha384-TmBBFbwRAhBjVCU5jG4kjBgBUaiBBFCKYTtaj5hfSfMZVKPnm8PAN2Jg6QScZBOP",
    "vite-7.3.8-manifest-sri-0.2.0/manifest.json, assets/money-B_6RLpUy.css, sha384-byjb51Jldp65jsSpnb7gOBJfO0Es2OKkvWfHGOWKrr9IR50Ao0WBx2XMK+HChAyM",
    "vite-7.3.8-manifest-sri-0.2.0/manifest.json, assets/main-31rNg4v9.css,",
    "vite-8.3.8-sri-gen-1.7.1/manifest.json, assets/main-BvrF5m3L.css, sha384-74H2tWNyF2pq4hGc10NrR1HAkANwP46PaLZKw7m/9aZ18TymKs9I+05zj+XFqWxb",
    "vite-8.3.8-sri-gen-1.7.1/manifest.json, src/images/leaf.png,",
    "vite-plugin-symfony-8.2.4/entrypoints.json, /build/assets/leaf-D5EqJ8WM.png, sha384-7HnokERooReIJPZVaCqryzKN4T9xwNFUtVX2Cab9/MGHW8wrnjxaCeGVu69axUCQ",
    "propshaft-1.3.2/.manifest.json, main.js, sha384-lchEnkxptswxN/BBrN6TEKSUkHYjLHvZgFfmlHPV6fxvH4BfZjp4/BvtC95Jotrn",
    "sprockets-3.7.2, main.js, sha256-PpuzN5m/k+NesHUrM0ECWkfEn+NwyuVJFoXUhzW4crM=",
    "phoenix-digest/cache_manifest.json, main.js, sha512-qAm/xqkHtJuqCNtsI+V70gbFJtwUZeuvo1s0JO5f+hIz/gku/tRGHD6cqGgXs3yT6dJH97hKThJV7M/S6y2XkQ==",
    "shakapacker-10.3.0/manifest.json, admin.js, sha384-HN4KR/aDOEf1oWRUHyBw5d1546usVS1WqktlZ4hnz2ZNMy6V8DfAXdP+hr9ZyyUF",
    "shakapacker-10.3.0/manifest.json, static/src/images/leaf.png,",
    "webpack-assets-manifest-6.5.2/assets-manifest.json, files/leaf.png,",
    "symfony-encore-5.3.1/entrypoints.json, print, sha384-yhKQnbXN3ukfgDm3b+NoDXEt5d9lQcjoBSGvErT2WLX8XgtGnIHFH4TMGCi5QDVz sha512-RvJ+ixbbuyOUTe9QBDss3QyLnC0RnCiPws5JhvTtWc6CQj3ZWTLOHwRzBeIc0j1LGYRAbnknALYgfD2+04BKAA==",
    "webpack-5.112.2-stats/stats.json, /dist/js/runtime.a548fff3.js, sha384-NdMzq7eOechwAKMa2ip5mePdNopQM5a5HQQ7P2GfvfAC+GYLTJTyw17Bu/IVZmJm",
    "webpack-bundle-tracker-3.2.4/webpack-stats.json, src/images/leaf.png, sha256-1EX/6NNK7h4iZV9TzF8aMDXxNJAMczSNa1yDCa9pav4= sha384-7HnokERooReIJPZVaCqryzKN4T9xwNFUtVX2Cab9/MGHW8wrnjxaCeGVu69axUCQ sha512-V6wCOVnWlPkzvt87QcnakAIIEDYVR/DuyPSEkxXMfuFnXcftYv1XF3v41Qp3A2kqCJ1K+yre/G1sVpyY8pmjaQ==",
    "gulp-rev-12.0.0/rev-manifest.json, main.js,",
    "rsbuild-2.3.2/manifest.json, main.css, sha384-LABINNaSS6YuIfxpno2t8T4lUxIUrGUZgmzOvTmNtD4DxzJyWM6xhSJ7MyOGD042",
  })
  void integrity_sample(String path, String name, String integrity) {
    assertEquals(Optional.ofNullable(integrity), Samples.read(path).integrity(name));
  }
}
