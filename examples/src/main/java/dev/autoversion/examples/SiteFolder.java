package dev.autoversion.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder with the site's files: {@code examples/src/main/site}. They are read live.
 *
 * @param shop the files that visitors change: of the folder, or a copy that may be scratched
 */
record SiteFolder(Path root, Path shop) {
  SiteFolder(Path root) {
    this(root, root.resolve("shop"));
  }

  /** The build tells where the module is; an editor may start the program anywhere in the tree. */
  static SiteFolder locate() {
    String module = System.getProperty("autoversion.examples.directory", "");
    List<Path> modules =
        module.isEmpty() ? List.of(Path.of(""), Path.of("examples")) : List.of(Path.of(module));
    return modules.stream()
        .map(each -> each.resolve("src/main/site").toAbsolutePath())
        .filter(Files::isDirectory)
        .map(SiteFolder::new)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no folder src/main/site below "
                        + modules
                        + "; start it in examples/, or set -Dautoversion.examples.directory"));
  }

  /** The site with the shop in another folder, a copy that may be changed. */
  SiteFolder with(ScratchFolder shop) throws IOException {
    shop.fill(root.resolve("shop"));
    return new SiteFolder(root, shop.path());
  }

  /** Stylesheets, scripts, images and fonts, served under {@code /static}. */
  Path staticFiles() {
    return root.resolve("static");
  }

  /** What Vite made of {@code examples/src/main/vite}, served under {@code /build}. */
  Path build() {
    return root.resolve("build");
  }

  /** The templates of one engine. */
  Path templates(Engine engine) {
    return root.resolve("templates").resolve(engine.path());
  }
}
