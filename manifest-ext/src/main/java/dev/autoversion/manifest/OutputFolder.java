package dev.autoversion.manifest;

import java.util.List;

/**
 * The folder that a build wrote to. esbuild puts it before all its files but does not name it, so
 * it is what they have in common.
 *
 * @param prefix with a slash at the end, or ""
 */
record OutputFolder(String prefix) {
  private static final OutputFolder NONE = new OutputFolder("");

  /**
   * {@code dist/a.js} and {@code dist/chunks/b.js} lie in {@code dist/}; bun's files lie in none.
   */
  static OutputFolder of(List<String> paths) {
    if (paths.isEmpty() || paths.stream().anyMatch(path -> path.startsWith("./"))) {
      return NONE;
    }
    String common = folder(paths.get(0));
    for (String path : paths) {
      while (!path.startsWith(common)) {
        common = folder(common.substring(0, common.length() - 1));
      }
    }
    return new OutputFolder(common);
  }

  /** A file's path in the folder. */
  String inside(String path) {
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
