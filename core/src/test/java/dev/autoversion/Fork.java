package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A class run in a JVM of its own, for limits and settings that hold for a whole process. Its tests
 * are tagged {@code fork}: no mutant is ever there.
 *
 * <p>Public for the tests of other modules.
 */
public final class Fork {
  private final Class<?> program;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  // Newer JDKs say on the error output that a native library is loaded, unless they are told.
  private final List<String> natives =
      new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
  private final List<String> places = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final ProcessBuilder process = new ProcessBuilder();

  private Fork(Class<?> program) {
    this.program = program;
  }

  public static Fork of(Class<?> program) {
    return new Fork(program);
  }

  /** Runs it from a shell that first executes a command, such as {@code ulimit -n 64}. */
  Fork after(String command) {
    prefix.addAll(List.of("sh", "-c", command + "; exec \"$@\"", "sh"));
    return this;
  }

  public Fork option(String option) {
    options.add(option);
    return this;
  }

  /** Lets it load no native library, which needs JDK 24. */
  public Fork denyingNatives() {
    natives.clear();
    return option("--illegal-native-access=deny");
  }

  /** One more place behind those of the tests. */
  Fork classPath(Path place) {
    places.add(place.toAbsolutePath().toString());
    return this;
  }

  /** The class path of the tests but for some artifacts. */
  Fork without(String... artifacts) {
    absent.addAll(List.of(artifacts));
    return this;
  }

  Fork environment(String name, String value) {
    process.environment().put(name, value);
    return this;
  }

  Fork in(Path directory) {
    process.directory(directory.toFile());
    return this;
  }

  public Fork argument(Object argument) {
    arguments.add(argument.toString());
    return this;
  }

  /**
   * The lines it printed, error output included; fails unless it ends; a busy machine takes its
   * time.
   */
  public List<String> lines(Path scratch) throws IOException, InterruptedException {
    Path output = Files.createTempFile(scratch, "output", ".txt");
    Map<String, String> environment = process.environment();
    environment.remove("JAVA_TOOL_OPTIONS");
    Process running =
        process
            .command(command())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = running.waitFor(5, TimeUnit.MINUTES);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      assertTrue(ended, () -> "still running after five minutes: " + text);
      assertEquals(0, running.exitValue(), text);
      return text.lines().toList();
    } finally {
      running.destroyForcibly();
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(natives);
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.addAll(List.of("-cp", absoluteClassPath()));
    command.add(program.getName());
    command.addAll(arguments);
    return command;
  }

  private String absoluteClassPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      String name = Path.of(entry).getFileName().toString();
      if (absent.stream().noneMatch(name::startsWith)) {
        entries.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    entries.addAll(places);
    return String.join(java.io.File.pathSeparator, entries);
  }
}
