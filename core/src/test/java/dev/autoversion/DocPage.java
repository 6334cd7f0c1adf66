package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** A page of {@code docs/}, whose code blocks are run: {@code DocPage.of("pebble.md")}. */
public final class DocPage {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private final List<Block> blocks = new ArrayList<>();

  /** A fenced piece of code. */
  public record Block(String language, String code) {}

  private DocPage(String markdown) {
    Matcher block = BLOCK.matcher(markdown);
    while (block.find()) {
      blocks.add(new Block(block.group(1), block.group(2)));
    }
  }

  /** Reads a page; the working directory is a module's, as in each of our builds. */
  public static DocPage of(String name) throws IOException {
    return new DocPage(Files.readString(Path.of("..", "docs", name)).replace("\r\n", "\n"));
  }

  /** Each block of a language, with the block that follows: its result. */
  public List<List<Block>> results(String language) {
    List<List<Block>> results = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals(language)) {
        results.add(List.of(blocks.get(i), blocks.get(i + 1)));
      }
    }
    assertTrue(!results.isEmpty(), "no block in " + language);
    return results;
  }

  /** Compares lines, without blank ones and the blanks around each. */
  public static void assertSameLines(String expected, String actual) {
    assertEquals(lines(expected), lines(actual));
  }

  /** Compiles each Java block as the body of a main method below its imports, and runs it. */
  public void runJava(Path directory) throws Exception {
    int number = 0;
    for (Block block : blocks) {
      if (block.language().equals("java")) {
        run(block.code(), Files.createDirectory(directory.resolve("block" + ++number)));
      }
    }
    assertTrue(number > 0, "no block in java");
  }

  private static void run(String code, Path directory) throws Exception {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    code.lines().forEach(l -> (l.startsWith("import ") ? imports : body).append(l).append('\n'));
    Path source = directory.resolve("Example.java");
    String main = "public static void main(String[] args) throws Exception {\n" + body + "}\n";
    Files.writeString(source, imports + "public class Example {\n" + main + "}\n");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, messages, messages, source.toString());
    assertEquals(0, result, () -> code + messages.toString(StandardCharsets.UTF_8));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) null);
    }
  }

  private static String lines(String text) {
    return String.join("\n", text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
  }
}
