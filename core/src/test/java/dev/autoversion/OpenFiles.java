package dev.autoversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The file descriptors of this process, as Linux lists them. */
final class OpenFiles {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private OpenFiles() {}

  /** The open files below a directory, one line for each descriptor. */
  static List<String> below(Path directory) throws IOException {
    String prefix = directory.toRealPath() + "/";
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
      return descriptors.map(OpenFiles::target).filter(at -> at.startsWith(prefix)).toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return ""; // Closed since it was listed.
    }
  }
}
