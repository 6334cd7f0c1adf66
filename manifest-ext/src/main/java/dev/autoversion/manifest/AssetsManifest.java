package dev.autoversion.manifest;

/**
 * webpack-assets-manifest, and shakapacker's: files or objects with {@code src}, and among them the
 * entries with their lists.
 */
final class AssetsManifest {
  private static final String ASSETS = "assets";

  private AssetsManifest() {}

  /** Whether a member contains entries, whatever its name. */
  static boolean isEntrypoints(Node node) {
    return node.isObject()
        && !node.isEmpty()
        && (node.all(AssetsManifest::isEntry)
            || !isEntry(node) && node.all(AssetsManifest::isLists));
  }

  /** Whether a member is an entry itself, as {@code entrypointsKey: false} has it. */
  static boolean isEntry(Node node) {
    return node.get(ASSETS).isObject();
  }

  /** Whether it is an entry of a release before 4, whose lists have no object around them. */
  private static boolean isLists(Node node) {
    return node.isObject() && !node.isEmpty() && node.all(Node::isList);
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    EntryLists entries = new EntryLists();
    for (Node node : document.members()) {
      if (isEntrypoints(node)) {
        for (Node entry : node.members()) {
          add(entry, entries, contents);
        }
      } else if (isEntry(node)) {
        add(node, entries, contents);
      } else if (!isEmptyEntrypoints(node)) {
        contents.name(node.key(), contents.item(node));
      }
    }
    entries.addNamesTo(contents);
    Entries names = FlatMap.ofNames(contents);
    return contents.build(name -> entries.find(name).or(() -> names.find(name)));
  }

  private static void add(Node entry, EntryLists entries, Contents.Builder contents)
      throws ManifestException {
    Node lists = isEntry(entry) ? entry.get(ASSETS) : entry;
    entries.put(entry.key(), EntryLists.ofLists(lists, contents));
  }

  private static boolean isEmptyEntrypoints(Node node) {
    return node.key().equals("entrypoints") && node.isEmpty();
  }
}
