package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources in modules: a module's reader has a manner of its own. */
final class ClasspathModulesTest {
  @TempDir Path site;

  /** In a module, {@code static} is no package, as Java has that word, and {@code assets} is. */
  private Archive content() throws IOException {
    Path source = Files.writeString(site.resolve("module-info.java"), "module shop {}");
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(System.out, System.err, "-d", site.toString(), source.toString());
    return new Archive()
        .file("module-info.class", site.resolve("module-info.class"))
        .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
        .file("static/js/app.js", "two")
        .file("assets/js/app.js", "two");
  }

  private static Autoversion ofModule(Path jarOrFolder, String root) {
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(jarOrFolder), ModuleFinder.of(), Set.of("shop"));
    ClassLoader loader =
        ModuleLayer.boot().defineModulesWithOneLoader(modules, null).findLoader("shop");
    return Autoversion.builder().classpath("/c", root, loader).build();
  }

  /** The loader gives a folder for its name without a slash, and the slash with it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void url_folder(boolean exploded) throws IOException {
    Path at = site.resolve("shop");
    Path module = exploded ? content().explode(at) : content().write(site.resolve("shop.jar"));
    Autoversion autoversion = ofModule(module, "static");
    assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
    assertEquals("/c/js", autoversion.url("/c/js"));
    assertEquals(
        "no asset for '/c/js'; it is a folder; searched class path static",
        autoversion.explain("/c/js").reason().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void explain_folderThatTheModuleDoesNotOpen(boolean exploded) throws IOException {
    Path at = site.resolve("shop");
    Path module = exploded ? content().explode(at) : content().write(site.resolve("shop.jar"));
    Autoversion autoversion = ofModule(module, "assets");
    assertEquals("/c/js/app.js", autoversion.url("/c/js/app.js"));
    assertEquals(
        "no asset for '/c/js/app.js'; it is there, but the class loader does not give it away:"
            + " its module would have to say 'opens assets.js;'; searched class path assets",
        autoversion.explain("/c/js/app.js").reason().orElseThrow());
  }
}
