package dev.autoversion.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** assets-webpack-plugin: for each chunk or entry, an object that maps extensions to files. */
final class AssetsPlugin {
  private static final String INTEGRITY = "Integrity";
  private static final String METADATA = "metadata";
  private static final AutoPath AUTO = new AutoPath(true);

  private AssetsPlugin() {}

  /**
   * Whether a member is such an object; {@code metadata} may contain anything that a build put
   * there.
   */
  static boolean isChunk(Node node) {
    return node.key().equals(METADATA) && node.isObject()
        || node.all(each -> each.isText() || each.isList() || each.isMissing());
  }

  static boolean fits(Node document) {
    return document.all(AssetsPlugin::isChunk) && !WebpackStats.isPart(document);
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    EntryLists entries = new EntryLists();
    for (Node chunk : document.members()) {
      if (!chunk.key().equals(METADATA)) {
        add(chunk, entries, contents);
      }
    }
    entries.addNamesTo(contents);
    return contents.build(entries);
  }

  private static void add(Node chunk, EntryLists entries, Contents.Builder contents)
      throws ManifestException {
    List<String> loaded = new ArrayList<>();
    for (Node type : chunk.members()) {
      if (!type.key().endsWith(INTEGRITY)) {
        List<String> files = files(type, chunk.get(type.key() + INTEGRITY), contents);
        loaded.addAll(files);
        // All chunks without a name are listed under the empty name.
        if (!chunk.key().isEmpty() && !files.isEmpty()) {
          contents.name(chunk.key() + "." + type.key(), files.get(files.size() - 1));
        }
      }
    }
    if (!chunk.key().isEmpty()) {
      entries.put(chunk.key(), Entries.ofFiles(loaded, Set.of()));
    }
  }

  private static List<String> files(Node type, Node integrity, Contents.Builder contents)
      throws ManifestException {
    List<Node> values = integrity.itemOrItems();
    List<String> files = new ArrayList<>();
    for (Node item : type.itemOrItems()) {
      String file = contents.file(AUTO.without(item.text()), item);
      int index = files.size();
      if (index < values.size()) {
        contents.integrity(file, values.get(index).textOrNone());
      }
      files.add(file);
    }
    files.removeIf(String::isEmpty);
    return files;
  }
}
