package dev.autoversion.manifest;

import java.util.List;

/**
 * What plugins make of webpack's {@code publicPath: "auto"}, which means "wherever the script came
 * from": {@code auto/js/main.js}, where {@code js/main.js} lies in the output folder.
 *
 * @param isThere whether all files begin with it
 */
record AutoPath(boolean isThere) {
  private static final String AUTO = "auto/";

  /** It is there if all values begin with it and no name does. */
  static AutoPath of(List<Node> named) throws ManifestException {
    boolean there = !named.isEmpty();
    for (Node node : named) {
      there &= !node.key().startsWith(AUTO) && node.text().startsWith(AUTO);
    }
    return new AutoPath(there);
  }

  String without(String file) {
    return isThere && file.startsWith(AUTO) ? file.substring(AUTO.length()) : file;
  }
}
