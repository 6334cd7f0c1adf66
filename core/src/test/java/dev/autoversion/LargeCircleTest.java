package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two thousand stylesheets in a circle: what is known of all is known once. */
@Tag("fork")
class LargeCircleTest {
  private static final int SHEETS = 2000;

  @TempDir Path site;

  @Test
  void url_circle_smallHeap() throws Exception {
    for (int i = 0; i < SHEETS; i++) {
      String next = (i + 1) % SHEETS + ".css";
      Files.writeString(site.resolve(i + ".css"), "@import '" + next + "';");
    }
    assertEquals(
        List.of("2000 versions, 2000 covered"),
        Fork.of(Program.class).option("-Xmx48m").argument(site).lines(site));
  }

  /** Asks for all of them in a process of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      Autoversion autoversion =
          Autoversion.builder().directory("/s", Path.of(arguments[0])).build();
      Set<String> versions = new TreeSet<>();
      for (int i = 0; i < SHEETS; i++) {
        String url = autoversion.url("/s/" + i + ".css");
        versions.add(url.substring(url.indexOf("?v=")));
      }
      int covered = autoversion.explain("/s/0.css").covers().size();
      System.out.println(versions.size() + " versions, " + covered + " covered");
    }
  }
}
