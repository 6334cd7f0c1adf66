package dev.autoversion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.examples.MarkdownPages.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the pages link to is there: files and headings; other sites are not asked. */
class LinksTest {
  @Test
  void links_leadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Path page : MarkdownPages.all()) {
      for (Link link : MarkdownPages.links(page)) {
        if (!link.isOutside()) {
          followed++;
          if (!leadsSomewhere(link)) {
            broken.add(page + ": " + link.target());
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(followed > 60, followed + " links");
  }

  private static boolean leadsSomewhere(Link link) throws IOException {
    if (!Files.exists(link.file())) {
      return false;
    }
    return link.anchor().isEmpty()
        || MarkdownPages.anchors(link.file()).contains(link.anchor()) && isNamed(link);
  }

  /** The documentation as a site names headings otherwise than GitHub, so a line above does. */
  private static boolean isNamed(Link link) throws IOException {
    return Files.readString(link.file()).contains("<a id=\"" + link.anchor() + "\"></a>\n\n#");
  }

  @Test
  void index_namesEachPage() throws IOException {
    Path index = MarkdownPages.ROOT.resolve("docs/README.md");
    Set<Path> named = new TreeSet<>();
    for (Link link : MarkdownPages.links(index)) {
      named.add(link.file().normalize());
    }
    List<Path> forgotten = new ArrayList<>();
    for (Path page : MarkdownPages.all()) {
      if (!page.equals(index) && !named.contains(page.normalize())) {
        forgotten.add(page);
      }
    }
    assertEquals(List.of(), forgotten);
  }
}
