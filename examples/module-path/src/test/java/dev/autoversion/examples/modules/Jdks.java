package dev.autoversion.examples.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JDKs of this machine that the application is run on, found as {@code .ci/run} finds them. */
final class Jdks {
  private static final String NEWER = "25";

  private Jdks() {}

  /** The one that runs this test; and a newer one, where there is one. */
  static List<Path> homes() throws IOException {
    Path own = Path.of(System.getProperty("java.home"));
    List<Path> homes = new ArrayList<>(List.of(own));
    if (Runtime.version().feature() < Integer.parseInt(NEWER)) {
      Stream.concat(told(), neighbours(own))
          .filter(Jdks::isNewer)
          .findFirst()
          .ifPresent(homes::add);
    }
    return homes;
  }

  private static Stream<Path> told() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().matches("(JAVA_HOME|JDK)_" + NEWER + ".*"))
        .map(Map.Entry::getValue)
        .map(Path::of);
  }

  private static Stream<Path> neighbours(Path home) throws IOException {
    try (Stream<Path> neighbours = Files.list(home.toRealPath().getParent())) {
      return neighbours.sorted().toList().stream();
    }
  }

  private static boolean isNewer(Path home) {
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.readString(home.resolve("release"))
              .lines()
              .anyMatch(line -> line.matches("JAVA_VERSION=\"" + NEWER + "([.+-].*)?\""));
    } catch (IOException e) {
      return false; // no JDK
    }
  }
}
