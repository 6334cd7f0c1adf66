package dev.autoversion.manifest;

/**
 * webpack-assets-manifest, and shakapacker's: files or objects with {@code src}, and among them the
 * entries with their lists.
 */
final class AssetsManifest {
  private static final String ASSETS = "assets";

  private AssetsManifest() {}

  /** Whether a member holds entries, whatever it is called. */
  static boolean isEntrypoints(Node node) {
    return node.isObject() && !node.isEmpty() && node.all(AssetsManifest::isEntry);
  }

  /** Whether a member is an entry itself, as {@code entrypointsKey: false} has it. */
  static boolean isEntry(Node node) {
    return node.get(ASSETS).isObject();
  }

  static Contents read(Node document, Contents.Builder contents) throws Malformed {
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
    entries.nameIn(contents);
    Entries names = FlatMap.ofNames(contents);
    return contents.build(name -> entries.find(name).or(() -> names.find(name)));
  }

  private static void add(Node entry, EntryLists entries, Contents.Builder contents)
      throws Malformed {
    entries.put(entry.key(), EntryLists.ofLists(entry.get(ASSETS), contents));
  }

  private static boolean isEmptyEntrypoints(Node node) {
    return node.key().equals("entrypoints") && node.isEmpty();
  }
}
