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

  /** All blocks. */
  public List<Block> blocks() {
    return blocks;
  }

  /** The code of each block in a language. */
  public List<String> code(String language) {
    List<String> code =
        blocks.stream().filter(b -> b.language().equals(language)).map(Block::code).toList();
    assertTrue(!code.isEmpty(), "no block in " + language);
    return code;
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
    for (String code : code("java")) {
      Path folder = Files.createDirectory(directory.resolve("block" + ++number));
      compile(folder, "Example", program("Example", code));
      try (URLClassLoader loader = loader(folder)) {
        loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) null);
      }
    }
  }

  /** A class whose main method is the code, but for its imports. */
  public static String program(String name, String code) {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    code.lines().forEach(l -> (l.startsWith("import ") ? imports : body).append(l).append('\n'));
    String main = "public static void main(String[] args) throws Exception {\n" + body + "}\n";
    return imports + "public class " + name + " {\n" + main + "}\n";
  }

  /** Compiles a class, on the class path of the tests, into a folder. */
  public static void compile(Path folder, String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-proc:none", "-d", folder.toString(), file.toString());
    assertEquals(0, result, () -> source + messages.toString(StandardCharsets.UTF_8));
  }

  /** Loads what was compiled into a folder. */
  public static URLClassLoader loader(Path folder) throws IOException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
  }

  private static String lines(String text) {
    return String.join("\n", text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
  }
}
