package dev.autoversion.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java blocks of a page as one program, run in a folder of its own. A block sees what the
 * earlier ones declare; one that declares a variable again starts afresh.
 */
final class JavaProgram {
  private static final String BLOCK = "\u0001";
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private static final List<String> IMPORTS =
      List.of(
          "com.hubspot.jinjava.Jinjava",
          "com.hubspot.jinjava.JinjavaConfig",
          "dev.autoversion.*",
          "dev.autoversion.fingerprint.*",
          "freemarker.template.Configuration",
          "io.pebbletemplates.pebble.PebbleEngine",
          "java.io.*",
          "java.nio.file.*",
          "java.nio.file.attribute.*",
          "java.time.*",
          "java.util.*",
          "org.thymeleaf.TemplateEngine");

  /** What a block may use without declaring it; a declaration of its own hides it. */
  private static final String PRELUDE =
      """
      static Autoversion autoversion =
          Autoversion.builder().directory("/static", Path.of("static")).build();
      static Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
      static Jinjava jinjava = new Jinjava();
      static TemplateEngine templateEngine = new TemplateEngine();
      """;

  /** Where a line of the program comes from. */
  private record Place(Block block, int line) {
    @Override
    public String toString() {
      return block.page().getFileName() + ":" + line;
    }
  }

  private final List<Block> blocks;
  private final Path folder;
  private final Set<Integer> starts = new TreeSet<>(Set.of(0));
  private final Map<Long, Place> places = new HashMap<>();
  private final StringBuilder source = new StringBuilder();
  private long lines;

  private JavaProgram(List<Block> blocks, Path folder) {
    this.blocks = blocks;
    this.folder = folder;
  }

  private static Stream<String> imports() {
    return Stream.concat(
        IMPORTS.stream(),
        Arrays.stream(Engine.values()).map(engine -> "dev.autoversion." + engine.path() + ".*"));
  }

  /** What each block prints, or why it can't. */
  static Map<Block, String> run(List<Block> blocks, Path folder) throws Exception {
    JavaProgram program = new JavaProgram(blocks, folder);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      program.compile(compiler, files);
    }
    return program.run();
  }

  private void compile(JavaCompiler compiler, StandardJavaFileManager files) throws IOException {
    while (true) {
      write();
      List<Diagnostic<? extends JavaFileObject>> errors = errors(compiler, files);
      if (errors.isEmpty()) {
        return;
      }
      boolean split =
          errors.stream()
              .filter(error -> error.getCode().equals("compiler.err.already.defined"))
              .map(error -> blockAt(error.getLineNumber()))
              .anyMatch(starts::add);
      if (!split) {
        throw new AssertionError(
            errors.stream().map(this::message).collect(Collectors.joining("\n")));
      }
    }
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(
      JavaCompiler compiler, StandardJavaFileManager files) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    var units = files.getJavaFileObjects(folder.resolve("PageProgram.java"));
    List<String> options =
        List.of("-cp", CLASS_PATH, "-d", folder.toString(), "-proc:none", "-encoding", "UTF-8");
    compiler.getTask(new StringWriter(), files, found, options, null, units).call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private String message(Diagnostic<?> error) {
    Place place = places.get(error.getLineNumber());
    return (place == null ? "in what JavaProgram adds" : place) + ": " + error.getMessage(null);
  }

  private int blockAt(long line) {
    Place place = places.get(line);
    return place == null ? 0 : blocks.indexOf(place.block());
  }

  private void write() throws IOException {
    source.setLength(0);
    places.clear();
    lines = 0;
    writeImports();
    line("public class PageProgram {");
    PRELUDE.lines().forEach(this::line);
    for (Block block : blocks) {
      if (isMember(block)) {
        body(block);
      }
    }
    int part = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (starts.contains(i)) {
        line(part == 0 ? "" : "}");
        line("static void part" + part++ + "() throws Exception {");
      }
      line("System.out.println(\"" + "\\u0001" + i + "\");");
      if (!isMember(blocks.get(i))) {
        body(blocks.get(i));
      }
    }
    line("}");
    line("public static void main(String[] args) throws Exception {");
    for (int i = 0; i < part; i++) {
      line("part" + i + "();");
    }
    line("}}");
    Files.writeString(folder.resolve("PageProgram.java"), source);
  }

  // An import of a block's own wins over ours of the same simple name.
  private void writeImports() {
    List<String> own =
        blocks.stream()
            .flatMap(block -> block.text().lines())
            .filter(JavaProgram::isImport)
            .distinct()
            .toList();
    own.forEach(this::line);
    for (String name : imports().toList()) {
      String simple = name.substring(name.lastIndexOf('.'));
      if (simple.equals(".*") || own.stream().noneMatch(o -> o.strip().endsWith(simple + ";"))) {
        line("import " + name + ";");
      }
    }
  }

  private void body(Block block) {
    int at = block.line();
    for (String text : block.text().lines().toList()) {
      places.put(lines + 1, new Place(block, at++));
      line(isImport(text) ? "" : text.replaceFirst("^public (final )?class ", "static class "));
    }
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  /** Whether it is a method or a class of its own, not statements. */
  private static boolean isMember(Block block) {
    return block
        .text()
        .lines()
        .filter(line -> !line.isBlank() && !isImport(line) && !line.startsWith("//"))
        .findFirst()
        .orElse("")
        .matches("(@|public |protected |private |static ).*");
  }

  private void line(String text) {
    source.append(text).append('\n');
    lines++;
  }

  private Map<Block, String> run() throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", folder + System.getProperty("path.separator") + CLASS_PATH));
    command.add("PageProgram");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int exitCode = process.waitFor();
    Map<Block, String> outputs = new HashMap<>();
    // Pages say where their reader would see the folder.
    String printed = Files.readString(out).replace(folder.toRealPath().toString(), "/srv/site");
    List<String> parts = Stream.of(printed.split(BLOCK)).skip(1).toList();
    for (String part : parts) {
      int newline = part.indexOf('\n');
      outputs.put(
          blocks.get(Integer.parseInt(part.substring(0, newline).strip())),
          part.substring(newline + 1));
    }
    if (exitCode != 0) {
      Block last = blocks.get(Math.max(0, parts.size() - 1));
      throw new AssertionError(last.where() + ": this block fails\n" + Files.readString(err));
    }
    return outputs;
  }
}
