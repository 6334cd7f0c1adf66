package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the code blocks of README.md and docs; CONTRIBUTING.md says how they are written. A page
 * that a test of an engine's module names is run there, with that engine's own cases.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path temporary;

  @TestFactory
  List<DynamicNode> pages() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Path path : paths()) {
      MarkdownPage page = MarkdownPage.read(path);
      pages.add(dynamicContainer(ROOT.relativize(path).toString(), tests(page)));
    }
    return pages;
  }

  private static List<Path> paths() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(path -> path.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private List<DynamicNode> tests(MarkdownPage page) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(ROOT.relativize(page.path())));
    List<DynamicNode> tests = new ArrayList<>();
    boolean runElsewhere = isRunElsewhere(page.path());
    if (!runElsewhere && !page.java().isEmpty()) {
      tests.add(dynamicTest("java", () -> checkJava(page, folder)));
    }
    for (Block block : page.blocks()) {
      if (!block.isExcused()) {
        check(page, block, folder, runElsewhere)
            .forEach(test -> tests.add(dynamicTest(block.where(), test)));
      }
    }
    return tests;
  }

  private static Stream<Executable> check(
      MarkdownPage page, Block block, Path folder, boolean runElsewhere) {
    return switch (block.language()) {
      case "xml" -> Stream.of(() -> new XmlBlock(block, ROOT).check());
      case "sh" -> Stream.of(() -> new ShellBlock(block, ROOT).check());
      default ->
          runElsewhere
              ? Stream.empty()
              : TemplateBlock.of(block).stream()
                  .map(template -> () -> checkTemplate(page, template, folder));
    };
  }

  private static void checkJava(MarkdownPage page, Path folder) throws Exception {
    page.writeFiles(folder);
    Map<Block, String> outputs = JavaProgram.run(page.java(), folder);
    for (Block block : page.java()) {
      String expected = page.output(block).map(Block::text).orElse("");
      assertEquals(expected, outputs.get(block), block.where() + " prints");
    }
  }

  private static void checkTemplate(MarkdownPage page, TemplateBlock template, Path folder)
      throws IOException {
    page.writeFiles(folder);
    String rendered = template.render(folder);
    page.output(template.block())
        .ifPresent(
            output ->
                assertEquals(
                    output.text().strip(), rendered.strip(), template.block().where() + " gives"));
  }

  /** Whether a test of another module names the page: {@code docs/pebble.md}. */
  private static boolean isRunElsewhere(Path page) throws IOException {
    String name = "\"" + page.getFileName() + "\"";
    String path = "docs/" + page.getFileName();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path tests :
          modules
              .filter(module -> module.toString().matches(".*-(ext|starter)"))
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .toList()) {
        if (mentions(tests, name) || mentions(tests, path)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mentions(Path tests, String text) throws IOException {
    try (Stream<Path> files = Files.walk(tests)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".java") && Files.readString(file).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
