package dev.autoversion.spring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application in a JVM of its own, as it is deployed or developed. */
final class ForkedApp implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

  private final Process process;
  private final Path log;

  private ForkedApp(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts {@code java} with these arguments, and waits until it has said what is versioned. */
  static ForkedApp start(Path folder, String... arguments) throws Exception {
    ForkedApp app = fork(folder, arguments);
    app.await("what is versioned", text -> text.contains("autoversion: "));
    return app;
  }

  /** Runs {@code java} to its end. */
  static String run(Path folder, String... arguments) throws Exception {
    try (ForkedApp app = fork(folder, arguments)) {
      if (!app.process.waitFor(PATIENCE, TimeUnit.NANOSECONDS) || app.process.exitValue() != 0) {
        throw new AssertionError(app.log());
      }
      return app.log();
    }
  }

  private static ForkedApp fork(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "log", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new ForkedApp(process, log);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** Waits for something in the log. */
  void await(String what, Predicate<String> seen) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!seen.test(log())) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("no " + what + " in:\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  RunningApp http() throws IOException {
    Matcher port = PORT.matcher(log());
    int last = 0;
    while (port.find()) {
      last = Integer.parseInt(port.group(1));
    }
    return RunningApp.at(last);
  }

  /** Class path elements, joined. */
  static String path(List<Path> elements) {
    return String.join(File.pathSeparator, elements.stream().map(Path::toString).toList());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
