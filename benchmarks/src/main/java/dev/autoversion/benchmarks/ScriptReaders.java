package dev.autoversion.benchmarks;

import dev.autoversion.reference.ModuleReference;
import dev.autoversion.reference.Script;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads all scripts of thirty npm packages, and compares what was found with es-module-lexer and
 * acorn, and the speed with es-module-lexer's. README.md says what has to be there for it.
 */
public final class ScriptReaders {
  private static final Path FOLDER = Path.of("scripts");
  private static final int PASSES = 10;

  private final Map<String, List<String>> found = new HashMap<>();
  private final Map<String, List<String>> refused = new HashMap<>();

  private ScriptReaders() {}

  /**
   * Prints the differences, and then megabytes in a second.
   *
   * @param args nothing
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Path> scripts = scripts();
    ScriptReaders readers = new ScriptReaders();
    for (String line : node(scripts)) {
      readers.take(line.split("\t", -1));
    }
    List<String> differences = new ArrayList<>();
    int references = 0;
    for (Path script : scripts) {
      List<String> ours = ours(script);
      references += ours.size();
      differences.addAll(readers.differences(script, ours));
    }
    differences.forEach(out::println);
    out.printf(
        "%d scripts, %d references, %d differences; refused: %s%n",
        scripts.size(), references, differences.size(), readers.refusals());
    out.printf(
        "Script: %d MB/s, es-module-lexer: %s MB/s%n",
        speed(scripts), node(scripts, "time").get(0));
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("node_modules"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.m?js"))
          .filter(Files::isRegularFile)
          .map(Path::toAbsolutePath)
          .sorted()
          .toList();
    }
  }

  private static List<String> node(List<Path> scripts, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("readers", ".tsv");
    List<String> command = new ArrayList<>(List.of("node", "readers.mjs"));
    command.addAll(List.of(arguments));
    Process node =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start();
    try (PrintStream in = new PrintStream(node.getOutputStream(), false, StandardCharsets.UTF_8)) {
      scripts.forEach(in::println);
    }
    if (node.waitFor() != 0) {
      throw new IOException("node ended with " + node.exitValue());
    }
    List<String> lines = Files.readAllLines(output);
    Files.delete(output);
    return lines;
  }

  private void take(String[] cells) {
    String key = cells[1] + " " + cells[0];
    String value = URLDecoder.decode(cells[3], StandardCharsets.UTF_8);
    if (cells[2].equals("refused")) {
      refused.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    } else {
      found.computeIfAbsent(key, any -> new ArrayList<>()).add(cells[2] + " " + value);
    }
  }

  /** How many scripts each reader takes for no module. */
  private Map<String, Long> refusals() {
    return refused.keySet().stream()
        .collect(Collectors.groupingBy(key -> key.split(" ")[0], Collectors.counting()));
  }

  private static List<String> ours(Path script) throws IOException {
    return Script.of(Files.readAllBytes(script)).references().stream()
        .map(each -> kind(each) + " " + each.value())
        .toList();
  }

  private static String kind(ModuleReference reference) {
    return switch (reference.kind()) {
      case STATIC, RE_EXPORT -> "declared";
      case DYNAMIC -> "called";
      case RESOLVE -> "resolved";
    };
  }

  /** What a reader refuses is no module, and what it says of it counts for nothing. */
  private List<String> differences(Path script, List<String> ours) {
    List<String> differences = new ArrayList<>();
    for (String reader : List.of("lexer", "acorn")) {
      String key = reader + " " + script;
      // The lexer tells nothing of import.meta.resolve.
      List<String> comparable =
          ours.stream()
              .filter(each -> reader.equals("acorn") || !each.startsWith("resolved"))
              .toList();
      List<String> theirs = found.getOrDefault(key, List.of());
      if (!refused.containsKey(key) && !theirs.equals(comparable)) {
        differences.add(
            FOLDER.toAbsolutePath().relativize(script)
                + ": "
                + reader
                + " has "
                + theirs
                + ", ours "
                + comparable);
      }
    }
    return differences;
  }

  /** The best of so many passes over all, in time of the processor: others may need it, too. */
  private static long speed(List<Path> scripts) throws IOException {
    List<byte[]> texts = new ArrayList<>();
    long bytes = 0;
    for (Path script : scripts) {
      texts.add(Files.readAllBytes(script));
      bytes += Files.size(script);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    int references = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long start = threads.getCurrentThreadCpuTime();
      for (byte[] text : texts) {
        references += Script.of(text).references().size();
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
    }
    if (references == 0) {
      throw new IllegalStateException("nothing was found");
    }
    return bytes * 1000 / best;
  }
}
