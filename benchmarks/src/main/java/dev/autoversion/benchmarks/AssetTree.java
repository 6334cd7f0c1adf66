package dev.autoversion.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the WebJars on the class path, unpacked below {@code target}. */
final class AssetTree {
  static final Path ROOT = Path.of("target", "webjars");
  static final String PREFIX = "/webjars";
  static final String BOOTSTRAP = PREFIX + "/bootstrap/5.3.8/dist/css/bootstrap.css";
  static final String FONT_AWESOME = PREFIX + "/font-awesome/6.7.2/css/all.css";

  private static final String FOLDER = "META-INF/resources/webjars";

  private AssetTree() {}

  /** Unpacks them, unless an earlier run did. */
  static void unpack() throws IOException {
    Path complete = ROOT.resolveSibling("webjars.complete");
    if (Files.exists(complete)) {
      return;
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        unpack(Path.of(entry));
      }
    }
    Files.createFile(complete);
  }

  private static void unpack(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path folder = files.getPath(FOLDER);
      if (Files.exists(folder)) {
        for (Path file : regularFiles(folder)) {
          Path target = ROOT.resolve(folder.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }

  /** Paths from the root, in order: {@code bootstrap/5.3.8/dist/css/bootstrap.css}. */
  static List<String> paths() throws IOException {
    return regularFiles(ROOT).stream()
        .map(file -> ROOT.relativize(file).toString().replace(File.separator, "/"))
        .filter(path -> path.matches("[\\w@-][\\w@.-]*(/[\\w@-][\\w@.-]*)*"))
        .toList();
  }

  /** The URL of a path: {@code /webjars/bootstrap/5.3.8/dist/css/bootstrap.css}. */
  static String url(String path) {
    return PREFIX + "/" + path;
  }

  /** The file behind a URL, under whatever context path. */
  static Path file(String url) {
    return ROOT.resolve(url.substring(url.indexOf(PREFIX) + PREFIX.length() + 1));
  }

  private static List<Path> regularFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
