package dev.autoversion.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of files, for tests. */
record Tree(Path root) {
  Tree write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Tree write(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  String read(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  /** The names of all files, with slashes, sorted. */
  List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** The text of all files by their names, bytes as ISO 8859-1 has them. */
  TreeMap<String, String> contents() throws IOException {
    TreeMap<String, String> contents = new TreeMap<>();
    for (String name : names()) {
      contents.put(name, Files.readString(root.resolve(name), StandardCharsets.ISO_8859_1));
    }
    return contents;
  }
}
