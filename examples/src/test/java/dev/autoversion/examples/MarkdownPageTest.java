package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that documentation is written in, and the blocks that are checked. */
class MarkdownPageTest {
  @TempDir Path folder;

  private MarkdownPage page(String... lines) throws IOException {
    Path path = folder.resolve("page.md");
    Files.writeString(path, String.join("\n", lines) + "\n");
    return MarkdownPage.read(path);
  }

  @Test
  void read_blocks() throws IOException {
    MarkdownPage page =
        page(
            "Text",
            "",
            "<!-- pebble -->",
            "```twig",
            "a",
            "```",
            "* item",
            "  ```",
            "  b",
            "  ```");
    assertEquals(
        List.of(
            new Block(page.path(), 5, "twig", "pebble", "a\n", false),
            new Block(page.path(), 9, "", "", "b\n", false)),
        page.blocks());
  }

  @Test
  void read_noEnd() {
    AssertionError e = assertThrows(AssertionError.class, () -> page("Text", "```java", "int a;"));
    assertTrue(e.getMessage().endsWith("page.md:2: this block has no end"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"text, '', true", "html, '', true", "js, '', false", "js, output, true"})
  void output_rightBelow(String language, String mark, boolean is) throws IOException {
    MarkdownPage page =
        page(
            "```java",
            "```",
            mark.isEmpty() ? "" : "<!-- " + mark + " -->",
            "```" + language,
            "```");
    assertEquals(is, page.output(page.blocks().get(0)).isPresent());
  }

  @Test
  void output_belowProse() throws IOException {
    MarkdownPage page = page("```java", "```", "Prose", "```text", "```");
    assertEquals(Optional.empty(), page.output(page.blocks().get(0)));
    page = page("```java", "```", "Prose", "<!-- output -->", "```text", "```");
    assertTrue(page.output(page.blocks().get(0)).isPresent());
  }

  @Test
  void files() throws IOException {
    page("<!-- file: static/js/a.js -->", "```js", "two", "```").writeFiles(folder);
    assertEquals("two\n", Files.readString(folder.resolve("static/js/a.js")));
  }

  @Test
  void java_notRun() throws IOException {
    MarkdownPage page =
        page("<!-- not run: needs Spring -->", "```java", "a", "```", "```java", "b", "```");
    assertEquals(List.of("b\n"), page.java().stream().map(Block::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<!-- pebble -->     ; html  ; {{ '/static/a.css' | autoversion }}",
        "                    ; twig  ; {{ '/static/a.css' | autoversion }}",
        "                    ; jinja ; {{ '/static/a.css'|autoversion }}",
        "                    ; ftl   ; ${autoversion('/static/a.css')}",
        "<!-- thymeleaf -->  ; html  ; [[@{/static/a.css}]]",
        "<!-- freemarker --> ; html  ; ${autoversion('/static/a.css')}",
        "<!-- jinjava -->    ; html  ; {{ autoversion('/static/a.css') }}"
      })
  void template(String mark, String language, String text) throws IOException {
    MarkdownPage page = page(mark == null ? "" : mark, "```" + language, text, "```");
    Files.createDirectories(folder.resolve("static"));
    Files.writeString(folder.resolve("static/a.css"), "two");
    TemplateBlock template = TemplateBlock.of(page.blocks().get(0)).orElseThrow();
    assertEquals("/static/a.css?v=3fc4ccfe7458", template.render(folder).strip());
  }

  @Test
  void template_plainHtml() throws IOException {
    MarkdownPage page = page("```html", "<p th='none'>av</p>", "```", "", "```html", "<p>", "```");
    assertFalse(page.blocks().stream().anyMatch(b -> TemplateBlock.of(b).isPresent()));
    page = page("```html", "<a", "  data-av-href='/a'></a>", "```");
    assertEquals(
        Optional.of(Engine.THYMELEAF),
        TemplateBlock.of(page.blocks().get(0)).map(TemplateBlock::engine));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./mvnw -B verify",
        "./mvnw -q -Pexample compile -Dexec.args=\"--port 9000\"",
        "# nothing",
        "curl -sI \\\nhttp://127.0.0.1:8080/ | sha256sum",
        ".ci/run"
      })
  void shell_known(String command) throws IOException {
    new ShellBlock(page("```sh", command, "```").blocks().get(0), Path.of("..")).check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./gradlew build",
        "./mvnw -Pnone compile",
        "./mvnw fly",
        "./mvnw compile -Dexec.args=\"--prot 9000\"",
        "curl x | nope"
      })
  void shell_unknown(String command) throws IOException {
    Block block = page("```sh", command, "```").blocks().get(0);
    assertThrows(Throwable.class, () -> new ShellBlock(block, Path.of("..")).check());
  }

  @ParameterizedTest
  @CsvSource({
    "autoversion-core, true",
    "autoversion-pebble-ext, true",
    "autoversion-pebble, false",
    "autoversion-core</artifactId><version>0</version><artifactId>, false",
    "<, false"
  })
  void xml(String artifact, boolean known) throws Exception {
    Block block =
        page(
                "```xml",
                "<dependency><groupId>dev.autoversion</groupId><artifactId>" + artifact,
                "</artifactId></dependency>",
                "```")
            .blocks()
            .get(0);
    XmlBlock xml = new XmlBlock(block, Path.of(".."));
    if (known) {
      xml.check();
    } else {
      assertTrue(
          assertThrows(AssertionError.class, xml::check).getMessage().startsWith("page.md:2: "));
    }
  }
}
