package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdkModulesTest {
  @TempDir Path folder;

  /** A jar may be a module of any name but the JDK's innermost. */
  @ParameterizedTest
  @CsvSource({"shop, false", "jdkshop, false", "jdk.shop, true"})
  void areOfTheJdk_byTheirFirstWord(String name, boolean named) throws IOException {
    String manifest = "Manifest-Version: 1.0\nAutomatic-Module-Name: " + name + "\n\n";
    Path jar =
        new Archive().file("META-INF/MANIFEST.MF", manifest).write(folder.resolve("shop.jar"));
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of(name));
    ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(modules, null);
    assertEquals(named, JdkModules.areOfTheJdk(layer));
  }
}
