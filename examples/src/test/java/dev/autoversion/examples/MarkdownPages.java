package dev.autoversion.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's pages, as text outside their code blocks. */
final class MarkdownPages {
  static final Path ROOT = Path.of("..");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private MarkdownPages() {}

  /** A link of a page, as it is written. */
  record Link(Path page, String target) {
    boolean isOutside() {
      return target.matches("[a-z]+:.*");
    }

    /** What it names: the page itself for {@code #anchor} alone. */
    Path file() {
      String path = target.replaceFirst("#.*", "");
      return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    String anchor() {
      int hash = target.indexOf('#');
      return hash < 0 ? "" : target.substring(hash + 1);
    }
  }

  /** Those that a reader sees: at the root, in {@code docs}, beside the benchmarks. */
  static List<Path> all() throws IOException {
    List<Path> folders = List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("benchmarks"));
    Stream<Path> pages = Stream.empty();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> found = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        pages = Stream.concat(pages, found.stream());
      }
    }
    return pages.toList();
  }

  static List<Link> links(Path page) throws IOException {
    return prose(page)
        .flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll("")).results())
        .map(link -> new Link(page, link.group(1)))
        .toList();
  }

  /** The anchors of a page's headings, as GitHub makes them. */
  static List<String> anchors(Path page) throws IOException {
    return prose(page)
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** What stands in a section, below its heading. */
  static List<String> section(Path page, String heading) throws IOException {
    return prose(page)
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .toList();
  }

  static Stream<MatchResult> code(String line) {
    Matcher code = CODE.matcher(line);
    return code.results();
  }

  private static Stream<String> prose(Path page) throws IOException {
    boolean[] inBlock = {false};
    return Files.readAllLines(page).stream()
        .filter(
            line -> {
              boolean fence = line.strip().startsWith("```");
              inBlock[0] ^= fence;
              return !fence && !inBlock[0];
            });
  }
}
