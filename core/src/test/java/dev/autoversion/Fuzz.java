package dev.autoversion;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has Jazzer run a module's targets, one after the other, each for so many seconds: {@code Fuzz
 * 60}, or {@code Fuzz 60 ScriptTarget}. What it has found stays in {@code target/fuzz}, and the
 * next run begins with that.
 */
final class Fuzz {
  private static final Path FOLDER = Path.of("target/fuzz");

  private Fuzz() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String wanted = arguments.length > 1 ? arguments[1] : "";
    for (String target : Seed.targets()) {
      if (target.endsWith(wanted)) {
        System.out.println("== " + target + " for " + arguments[0] + " s");
        int code = run(target, Integer.parseInt(arguments[0]));
        if (code != 0) {
          System.exit(code);
        }
      }
    }
  }

  private static int run(String target, int seconds) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(FOLDER.resolve(target)).toAbsolutePath();
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", classPath(), "com.code_intelligence.jazzer.Jazzer"));
    command.add("--target_class=" + target);
    command.add("--instrumentation_includes=dev.autoversion.**");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + File.separator);
    command.add("-max_total_time=" + seconds);
    command.add("-print_final_stats=1");
    command.add(corpus.toString());
    command.add(Seed.folder(target).toAbsolutePath().toString());
    return new ProcessBuilder(command).inheritIO().directory(folder.toFile()).start().waitFor();
  }

  private static String classPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
