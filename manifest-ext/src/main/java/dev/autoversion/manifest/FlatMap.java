package dev.autoversion.manifest;

import dev.autoversion.Manifest.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A map of names to files: webpack-manifest-plugin, gulp-rev, Laravel Mix and many more. */
final class FlatMap {
  // esbuild-plugin-manifest puts the output folder before both names and files. It is recognised by
  // its hashes, since other tools mean their names literally.
  private static final Pattern HASHED_BY_ESBUILD = Pattern.compile(".*-[A-Z2-7]{8}\\.[^/]+");

  private FlatMap() {}

  /**
   * Create React App's {@code asset-manifest.json}: such a map, and what its one page loads,
   * without the folder that the output is served from.
   */
  static Contents ofApp(Node document, Contents.Builder contents) throws ManifestException {
    List<Node> files = document.get("files").members();
    List<String> loaded = new ArrayList<>();
    for (Node item : document.get("entrypoints").items()) {
      for (Node file : files) {
        if (("/" + file.text()).endsWith("/" + item.text())) {
          loaded.add(contents.file(file));
        }
      }
    }
    for (Node file : files) {
      contents.name(file);
    }
    EntryLists app = new EntryLists();
    app.put("main", Entries.ofFiles(loaded, Set.of()));
    app.addNamesTo(contents);
    return contents.build(app);
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    List<Node> members = document.members();
    AutoPath auto = AutoPath.of(members);
    for (Node node : members) {
      contents.name(node.key(), contents.file(auto.without(node.text()), node));
    }
    if (isOfEsbuild(members)) {
      nameInside(members, contents);
    }
    return contents.build(ofNames(contents));
  }

  /** Each name is its own entry, by the file's type. */
  static Entries ofNames(Contents.Builder contents) {
    return name -> Optional.ofNullable(contents.fileNamed(name)).map(Entry::of);
  }

  private static boolean isOfEsbuild(List<Node> members) throws ManifestException {
    boolean hashed = false;
    for (Node node : members) {
      boolean same = node.key().equals(node.text());
      if (!same && !HASHED_BY_ESBUILD.matcher(node.text()).matches()) {
        return false;
      }
      hashed |= !same;
    }
    return hashed;
  }

  private static void nameInside(List<Node> members, Contents.Builder contents)
      throws ManifestException {
    List<String> paths = new ArrayList<>();
    for (Node node : members) {
      paths.add(node.key());
      paths.add(node.text());
    }
    OutputFolder folder = OutputFolder.of(paths);
    for (Node node : members) {
      if (!folder.prefix().isEmpty()) {
        contents.alias(folder.inside(node.key()), contents.file(folder.inside(node.text()), node));
      }
    }
  }
}
