package dev.autoversion.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.maven.Project.Built;
import dev.autoversion.maven.Project.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in real projects; what it wrote is in their archives. */
class ProjectsIT {
  private static final String MANIFEST = "META-INF/autoversion/manifest.json";
  private static final String APP = "const a = 1;\n".repeat(200);
  // The name of APP: printf 'const a = 1;\n%.0s' $(seq 200) | sha256sum
  private static final String COPY = "js/app-df79a9f929e1.js";

  @TempDir Path folder;

  @Test
  void jar_packedCheckedEditedCleaned() throws Exception {
    Project jar =
        Project.of(folder, Parts.of("jar"))
            .write("src/main/resources/static/js/app.js", APP)
            .write("src/main/resources/static/js/same.js", APP)
            .write("src/main/resources/static/css/a.css", "i{background:url(gone.png)}");
    Built first = jar.maven("package", "autoversion:check").succeeded();
    assertEquals(APP, jar.packed("shop.jar", "static/" + COPY));
    for (String coding : List.of(".br", ".zst", ".gz")) {
      assertTrue(jar.packed("shop.jar", "static/" + COPY + coding).length() > 0);
    }
    String manifest = jar.packed("shop.jar", MANIFEST);
    assertTrue(manifest.contains("\"/static\":{"), manifest);
    assertTrue(manifest.contains("\"js/app.js\":{\"file\":\"" + COPY + "\""), manifest);
    assertEquals(1, first.lines("3 assets, all copies up to date").size(), first::log);
    assertTrue(first.log().contains("[WARNING] css/a.css:1: no asset for 'gone.png'"), first::log);

    jar.write("src/main/resources/static/js/app.js", "two"); // printf two | sha256sum
    jar.write("target/classes/static/js/app.js", "two");
    Files.delete(folder.resolve("target/classes/static/js/same-df79a9f929e1.js.br"));
    Built stale = jar.maven("autoversion:check");
    assertNotEquals(0, stale.status());
    assertTrue(stale.log().contains("missing: js/app-3fc4ccfe7458.js"), stale::log);
    assertEquals(1, stale.lines("missing: 4 content codings").size(), stale::log);
    String outOfDate = "out of date: " + folder.resolve("target/classes/" + MANIFEST);
    assertEquals(1, stale.lines(outOfDate).size(), stale::log);
    assertTrue(stale.log().contains("run `mvn autoversion:fingerprint`"), stale::log);

    Built again =
        jar.maven("process-classes", "autoversion:clean", "-Dautoversion.keep=1").succeeded();
    assertTrue(jar.has("target/classes/static/js/app-3fc4ccfe7458.js"), again::log);
    assertFalse(jar.has("target/classes/static/" + COPY), again::log);
  }

  @Test
  void war_copiesGoIntoTheArchiveAlone() throws Exception {
    Project war =
        Project.of(folder, Parts.of("war"))
            .write("src/main/webapp/js/app.js", APP)
            .write("src/main/webapp/WEB-INF/web.xml", "<web-app/>")
            .write("src/main/webapp/index.jsp", "page");
    Built built = war.maven("package").succeeded();
    assertEquals(APP, war.packed("shop.war", COPY));
    assertEquals(APP, war.packed("shop.war", "js/app.js"));
    String manifest = war.packed("shop.war", "WEB-INF/classes/" + MANIFEST);
    assertTrue(manifest.contains("\"/\":{\n\"js/app.js\":"), manifest);
    assertFalse(manifest.contains("index"), manifest);
    assertFalse(war.has("src/main/webapp/" + COPY), built::log);
  }

  @Test
  void war_assembledElsewhere_copiesGoThere() throws Exception {
    String elsewhere =
        """
        <plugin>
          <artifactId>maven-war-plugin</artifactId>
          <configuration>
            <webappDirectory>${project.build.directory}/web</webappDirectory>
          </configuration>
        </plugin>
        """;
    Project war =
        Project.of(folder, new Parts("war", "", "", elsewhere))
            .write("src/main/webapp/js/app.js", APP)
            .write("src/main/webapp/WEB-INF/web.xml", "<web-app/>");
    war.maven("package").succeeded();
    assertEquals(APP, war.packed("shop.war", COPY));
  }

  @Test
  void springBoot_atTheRootOfTheSite() throws Exception {
    String version = System.getProperty("spring-boot.version");
    Project boot =
        Project.of(
                folder,
                new Parts(
                    "jar",
                    """
                    <dependencies>
                      <dependency>
                        <groupId>org.springframework.boot</groupId>
                        <artifactId>spring-boot</artifactId>
                        <version>%s</version>
                      </dependency>
                    </dependencies>"""
                        .formatted(version),
                    "",
                    """
                    <plugin>
                      <groupId>org.springframework.boot</groupId>
                      <artifactId>spring-boot-maven-plugin</artifactId>
                      <version>%s</version>
                      <executions>
                        <execution><goals><goal>repackage</goal></goals></execution>
                      </executions>
                    </plugin>"""
                        .formatted(version)))
            .write("src/main/resources/static/js/app.js", APP)
            .write(
                "src/main/java/shop/Shop.java",
                "package shop; class Shop { public static void main(String[] a) {} }");
    boot.maven("package").succeeded();
    assertEquals(APP, boot.packed("shop.jar", "BOOT-INF/classes/static/" + COPY));
    String manifest = boot.packed("shop.jar", MANIFEST); // Where Boot puts META-INF.
    assertTrue(manifest.contains("\"/\":{\n\"js/app.js\":"), manifest);
  }

  /** The web resources, here JSPs alone, have the same prefix. */
  @Test
  void springBootWar_staticHasTheRoot() throws Exception {
    Project war =
        Project.of(
                folder,
                new Parts(
                    "war",
                    """
                    <dependencies>
                      <dependency>
                        <groupId>org.springframework.boot</groupId>
                        <artifactId>spring-boot</artifactId>
                        <version>%s</version>
                      </dependency>
                    </dependencies>"""
                        .formatted(System.getProperty("spring-boot.version")),
                    "",
                    ""))
            .write("src/main/resources/static/js/app.js", APP)
            .write("src/main/webapp/WEB-INF/jsp/index.jsp", "page");
    Built built = war.maven("process-classes", "autoversion:check").succeeded();
    String manifest = war.read("target/classes/" + MANIFEST);
    assertTrue(manifest.contains("\"/\":{\n\"js/app.js\":"), manifest);
    assertTrue(built.log().contains("webapp at / is not published, since"), built::log);
  }

  @Test
  void folders_severalWithPrefixes() throws Exception {
    Project jar =
        Project.of(
                folder,
                new Parts(
                    "jar",
                    "",
                    """
                    <configuration>
                      <codings>gzip</codings>
                      <excludes>sw.js</excludes>
                      <folders>
                        <folder>
                          <directory>${project.build.outputDirectory}/static</directory>
                          <prefix>/s</prefix>
                        </folder>
                        <folder>
                          <directory>${project.build.outputDirectory}/docs</directory>
                          <prefix>/docs</prefix>
                          <output>${project.build.directory}/published</output>
                        </folder>
                        <folder>
                          <directory>${project.basedir}/gone</directory>
                          <prefix>/gone</prefix>
                        </folder>
                      </folders>
                    </configuration>""",
                    ""))
            .write("src/main/resources/static/js/app.js", APP)
            .write("src/main/resources/static/sw.js", APP)
            .write("src/main/resources/docs/a.txt", "two");
    Built built = jar.maven("process-classes", "autoversion:help").succeeded();
    String manifest = jar.read("target/classes/" + MANIFEST);
    assertTrue(manifest.contains("\"a-3fc4ccfe7458.txt\""), manifest);
    assertEquals("two", jar.read("target/published/a-3fc4ccfe7458.txt"));
    assertTrue(manifest.contains("\"/s\":{\n\"js/app.js\":"), manifest);
    assertFalse(manifest.contains("sw.js"), manifest);
    assertFalse(jar.has("target/classes/static/" + COPY + ".br"), built::log);
    assertTrue(built.log().contains("gone does not exist"), built::log);
    assertTrue(built.log().contains("autoversion:fingerprint"), built::log);
    Built skipped = jar.maven("clean", "process-classes", "-Dautoversion.skip").succeeded();
    assertFalse(jar.has("target/classes/" + MANIFEST), skipped::log);
  }

  /** Maven cuts at the commas and leaves what is around them. */
  @Test
  void excludes_oneALine() throws Exception {
    Project jar =
        Project.of(
                folder,
                new Parts(
                    "jar",
                    "",
                    """
                    <configuration>
                      <codings>br, gzip</codings>
                      <excludes>
                        sw.js,
                        private/**,
                      </excludes>
                    </configuration>""",
                    ""))
            .write("src/main/resources/static/js/app.js", APP)
            .write("src/main/resources/static/private/a.txt", "two");
    Built built = jar.maven("process-classes").succeeded();
    assertTrue(jar.has("target/classes/static/" + COPY + ".gz"), built::log);
    assertFalse(jar.has("target/classes/static/" + COPY + ".zst"), built::log);
    assertFalse(jar.has("target/classes/static/private/a-3fc4ccfe7458.txt"), built::log);
  }

  @Test
  void help_showsDefaults() throws Exception {
    Built help =
        Project.of(folder, Parts.of("jar")).maven("autoversion:help", "-Ddetail").succeeded();
    for (String parameter :
        List.of(
            "codings (Default: br,zstd,gzip)",
            "level (Default: 11)",
            "keep (Default: 3)",
            "days (Default: 0)")) {
      assertFalse(help.lines(parameter).isEmpty(), help::log);
    }
  }

  /** What stands in a POM counts instead of a default, and a blank element is no value. */
  @Test
  void codings_severalLines_blankLevel() throws Exception {
    Project jar =
        Project.of(
                folder,
                new Parts(
                    "jar",
                    "",
                    """
                    <configuration>
                      <codings>
                        br,
                        gzip
                      </codings>
                      <level>
                      </level>
                    </configuration>""",
                    ""))
            .write("src/main/resources/static/js/app.js", APP);
    Built built = jar.maven("process-classes").succeeded();
    assertTrue(jar.has("target/classes/static/" + COPY + ".br"), built::log);
    assertTrue(jar.has("target/classes/static/" + COPY + ".gz"), built::log);
    assertFalse(jar.has("target/classes/static/" + COPY + ".zst"), built::log);
  }
}
