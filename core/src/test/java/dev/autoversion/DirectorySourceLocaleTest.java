package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM whose locale can't express the name of a file. */
@EnabledOnOs(OS.LINUX)
@Tag("fork")
final class DirectorySourceLocaleTest {
  @TempDir Path site;

  @Test
  void find_nameOutsideTheLocale() throws Exception {
    Files.writeString(site.resolve("two.txt"), "two");
    Files.writeString(site.resolve("h\u00e9llo.js"), "two");
    List<String> lines =
        Fork.of(Program.class)
            .environment("LC_ALL", "C")
            .environment("LANG", "C")
            .argument(site)
            .lines(site);
    assertEquals(
        List.of(
            "/s/two.txt?v=3fc4ccfe7458",
            "unchanged true",
            "unchanged true",
            "unchanged true",
            "WARNING '/s/h?llo.js' stays unversioned: directory "
                + site
                + " failed: java.io.IOException: this JVM's locale can't express the file name;"
                + " start it with LC_ALL=C.UTF-8"),
        lines);
  }

  /** The class loader finds nothing, and says no more. */
  @Test
  void explain_nameOutsideTheLocale_onTheClassPath() throws Exception {
    new Archive().file("static/two.txt", "two").explode(site);
    assertEquals(
        List.of(
            "/c/two.txt?v=3fc4ccfe7458",
            "no asset for '/c/h?llo.js'; this JVM's locale can't express the file name;"
                + " start it with LC_ALL=C.UTF-8; searched class path static",
            "no asset for '/n/h?llo.js'; searched class path none",
            "1"),
        Fork.of(OnTheClassPath.class)
            .environment("LC_ALL", "C")
            .environment("LANG", "C")
            .classPath(site)
            .lines(site));
  }

  static final class OnTheClassPath {
    public static void main(String[] arguments) {
      try (CapturedLog log = CapturedLog.open()) { // Of a folder that does not exist.
        Autoversion autoversion =
            Autoversion.builder().classpath("/c", "static").classpath("/n", "none").build();
        System.out.println(autoversion.url("/c/two.txt"));
        System.out.println(autoversion.explain("/c/h\u00e9llo.js").reason().orElseThrow());
        System.out.println(autoversion.explain("/n/h\u00e9llo.js").reason().orElseThrow());
        System.out.println(log.lines().size());
      }
    }
  }

  static final class Program {
    public static void main(String[] arguments) {
      Path root = Path.of(arguments[0]);
      String name = "/s/h\u00e9llo.js";
      try {
        System.out.println("this JVM can express " + root.resolve(name));
      } catch (InvalidPathException e) {
        ManualTime time = ManualTime.later();
        Autoversion autoversion = time.builder().directory("/s", root).build();
        try (CapturedLog log = CapturedLog.open()) {
          System.out.println(autoversion.url("/s/two.txt"));
          System.out.println("unchanged " + autoversion.url(name).equals(name));
          time.advance(Duration.ofSeconds(1));
          System.out.println("unchanged " + autoversion.url(name).equals(name));
          System.out.println("unchanged " + autoversion.url(name + "?x").equals(name + "?x"));
          log.lines().forEach(System.out::println);
        }
      }
    }
  }
}
