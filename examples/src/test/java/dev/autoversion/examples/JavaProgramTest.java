package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {
  @TempDir Path folder;

  private List<String> run(String... blocks) throws Exception {
    Path path = folder.resolve("page.md");
    Files.writeString(path, "Text\n```java\n" + String.join("```\n```java\n", blocks) + "```\n");
    MarkdownPage page = MarkdownPage.read(path);
    page.writeFiles(folder);
    Map<Block, String> outputs = JavaProgram.run(page.java(), folder);
    return page.java().stream().map(outputs::get).toList();
  }

  @Test
  void run_seesEarlierBlocks() throws Exception {
    assertEquals(
        List.of("", "/static/none.css\n"),
        run("String url = autoversion.url(\"/static/none.css\");\n", "System.out.println(url);\n"));
  }

  @Test
  void run_startsAfresh() throws Exception {
    assertEquals(
        List.of("1\n", "2\n", "4\n"),
        run(
            "int a = 1;\nSystem.out.println(a);\n",
            "int a = 2;\nint b = 2;\nSystem.out.println(a);\n",
            "System.out.println(a + b);\n"));
  }

  @Test
  void run_importsAndMembers() throws Exception {
    assertEquals(
        List.of("", "true\n"),
        run(
            "import java.util.concurrent.TimeUnit;\n\n"
                + "public final class Unit {\n  TimeUnit unit = TimeUnit.DAYS;\n}\n",
            "import java.util.concurrent.TimeUnit;\n"
                + "System.out.println(new Unit().unit == TimeUnit.DAYS);\n"));
  }

  @Test
  void run_doesNotCompile() {
    AssertionError e =
        assertThrows(AssertionError.class, () -> run("int a = 1;\n", "int b = 1;\nint c = d;\n"));
    assertTrue(e.getMessage().startsWith("page.md:7: cannot find symbol"), e.getMessage());
  }

  @Test
  void run_fails() {
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () -> run("int a = 1;\n", "autoversion.url(null);\n", "int c = 1;\n"));
    assertTrue(e.getMessage().startsWith("page.md:6: this block fails"), e.getMessage());
    assertTrue(e.getMessage().contains("NullPointerException"), e.getMessage());
  }
}
