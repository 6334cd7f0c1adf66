package dev.autoversion.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of a Markdown page, and what belongs together. */
record MarkdownPage(Path path, List<Block> blocks) {
  private static final Pattern FENCE = Pattern.compile("( *)```(\\w*)\\s*");
  private static final Pattern MARK = Pattern.compile("<!--\\s*(.*?)\\s*-->");

  static MarkdownPage read(Path path) throws IOException {
    List<String> lines = Files.readAllLines(path);
    List<Block> blocks = new ArrayList<>();
    String mark = "";
    boolean follows = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      Matcher comment = MARK.matcher(lines.get(i));
      if (fence.matches()) {
        int end = end(path, lines, i, fence.group(1) + "```");
        String text = text(lines.subList(i + 1, end), fence.group(1).length());
        blocks.add(new Block(path, i + 2, fence.group(2), mark, text, follows));
        i = end;
        mark = "";
        follows = true;
      } else if (comment.matches()) {
        mark = comment.group(1);
      } else if (!lines.get(i).isBlank()) {
        mark = "";
        follows = false;
      }
    }
    return new MarkdownPage(path, blocks);
  }

  private static int end(Path path, List<String> lines, int start, String fence) {
    for (int i = start + 1; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(fence)) {
        return i;
      }
    }
    throw new AssertionError(path + ":" + (start + 1) + ": this block has no end");
  }

  private static String text(List<String> lines, int indent) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line.substring(Math.min(indent, line.length() - line.stripLeading().length())));
      text.append('\n');
    }
    return text.toString();
  }

  /** The block that says what this one prints. */
  Optional<Block> output(Block block) {
    int next = blocks.indexOf(block) + 1;
    return next < blocks.size() && blocks.get(next).isOutput()
        ? Optional.of(blocks.get(next))
        : Optional.empty();
  }

  List<Block> java() {
    return blocks.stream().filter(Block::isJava).toList();
  }

  /** Writes the files that the page shows, where its programs and templates look for them. */
  void writeFiles(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("static"));
    for (Block block : blocks) {
      if (block.isFile()) {
        Path file = folder.resolve(block.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
      }
    }
  }
}
