package dev.autoversion;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input of a fuzzing target, kept in {@code src/test/resources/seeds/} in a folder that has the
 * target's name. A target is a class {@code …Target} among a module's tests; a fuzzer calls its
 * {@code fuzzerTestOneInput} with other inputs that are made of these.
 *
 * <p>Public for the tests of other modules.
 */
public record Seed(Path file) {
  private static final Path FOLDERS = Path.of("src/test/resources/seeds");
  private static final Path SOURCES = Path.of("src/test/java");

  /** All of the module in whose folder we are. */
  public static List<Seed> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDERS)) {
      return files.filter(Files::isRegularFile).sorted().map(Seed::new).toList();
    }
  }

  /** The module's targets by their classes' names. */
  public static List<String> targets() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(name -> name.endsWith("Target.java"))
          .map(name -> name.replace(".java", "").replace('/', '.').replace('\\', '.'))
          .sorted()
          .toList();
    }
  }

  /** Where a target's are. */
  static Path folder(String target) {
    return FOLDERS.resolve(target);
  }

  /** The class that answers it. */
  public String target() {
    return file.getParent().getFileName().toString();
  }

  /** Fails as the target does. */
  public void replay() throws Exception {
    try {
      Class.forName(target())
          .getMethod("fuzzerTestOneInput", byte[].class)
          .invoke(null, (Object) Files.readAllBytes(file));
    } catch (InvocationTargetException e) {
      throw new AssertionError(file + ": " + e.getCause(), e.getCause());
    }
  }

  @Override
  public String toString() {
    return target() + "/" + file.getFileName();
  }
}
