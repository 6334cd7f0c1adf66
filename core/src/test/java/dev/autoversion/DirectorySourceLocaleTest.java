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
