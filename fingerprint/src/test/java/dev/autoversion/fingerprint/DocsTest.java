package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the page on build time, each in its turn, over one folder. */
class DocsTest {
  private static final String JAR = "java -jar autoversion-fingerprint-cli.jar ";
  private static final String FOLDER = "target/classes/static";

  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "build.md"));
  }

  @Test
  void commands_run() throws IOException {
    new Tree(folder).write("static/js/app.js", "two");
    Map<String, Integer> codes = new TreeMap<>();
    for (String line : page().lines().filter(line -> line.startsWith(JAR)).toList()) {
      String arguments = line.substring(JAR.length());
      String here = arguments.replace(FOLDER, folder.resolve("static").toString());
      codes.put(arguments, FingerprintCommand.run(here.split(" ")));
    }
    assertEquals(
        Map.of(
            FOLDER + " --prefix /static", 0,
            FOLDER + " --prefix /static --check --fail-on-missing", 0,
            "clean " + FOLDER + " --prefix /static --keep 5 --days 30", 0),
        codes);
  }

  /** The page's table has the options that the program has. */
  @Test
  void options_areThoseOfTheProgram() throws IOException {
    String help = help("--help") + help("clean", "--help");
    Matcher option = Pattern.compile("--[a-z][a-z-]+").matcher(help);
    while (option.find()) {
      assertTrue(page().contains("`" + option.group()), option.group() + " is not on the page");
    }
  }

  private static String help(String... arguments) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, FingerprintCommand.run(arguments));
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
