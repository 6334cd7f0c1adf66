package dev.autoversion.fingerprint;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line in a JVM of its own.
 *
 * @param process the JVM
 * @param output where it prints to
 */
record CommandProcess(Process process, Path output) {
  static CommandProcess start(Path scratch, List<String> arguments) throws IOException {
    return startIn("C.UTF-8", scratch, arguments);
  }

  /** The same in another locale than that of UTF-8. */
  static CommandProcess startIn(String locale, Path scratch, List<String> arguments)
      throws IOException {
    return start(scratch, arguments, List.of("-cp", System.getProperty("java.class.path")), locale);
  }

  /** The same in a JVM that has another option. */
  static CommandProcess startWith(String option, Path scratch, List<String> arguments)
      throws IOException {
    List<String> options = List.of(option, "-cp", System.getProperty("java.class.path"));
    return start(scratch, arguments, options, "C.UTF-8");
  }

  /** The same with a jar that goes before the rest. */
  static CommandProcess startOf(Path jar, Path scratch, List<String> arguments) throws IOException {
    String all = jar + File.pathSeparator + System.getProperty("java.class.path");
    return start(scratch, arguments, List.of("-cp", all), "C.UTF-8");
  }

  /** The same without an artifact. */
  static CommandProcess startWithout(String artifact, Path scratch, List<String> arguments)
      throws IOException {
    String rest =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains(artifact))
            .collect(Collectors.joining(File.pathSeparator));
    return start(scratch, arguments, List.of("-cp", rest), "C.UTF-8");
  }

  /**
   * The same on a terminal, by util-linux.
   *
   * @param redirected as in a shell: {@code 2>err.txt}
   */
  static CommandProcess startOnTerminal(Path scratch, List<String> arguments, String redirected)
      throws IOException {
    List<String> options = List.of("-cp", System.getProperty("java.class.path"));
    String line = "'" + String.join("' '", command(arguments, options)) + "' " + redirected;
    return start(scratch, List.of("script", "-qec", line, "/dev/null"), "C.UTF-8");
  }

  private static CommandProcess start(
      Path scratch, List<String> arguments, List<String> options, String locale)
      throws IOException {
    return start(scratch, command(arguments, options), locale);
  }

  private static List<String> command(List<String> arguments, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add(FingerprintCommand.class.getName());
    command.addAll(arguments);
    return command;
  }

  private static CommandProcess start(Path scratch, List<String> command, String locale)
      throws IOException {
    Path output = Files.createTempFile(scratch, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("LC_ALL", locale);
    return new CommandProcess(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
  }

  /** The exit code, once it has ended. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running after two minutes");
    }
    return process.exitValue();
  }

  String text() throws IOException {
    return Files.readString(output);
  }
}
