package dev.autoversion.manifest;

/**
 * webpack-assets-manifest, and shakapacker's: files or objects with {@code src}, and among them the
 * entries with their lists.
 */
final class AssetsManifest {
  private AssetsManifest() {}

  /** Whether a member holds entries, whatever it is called. */
  static boolean isEntrypoints(Node node) {
    return node.isObject() && !node.isEmpty() && node.all(each -> each.get("assets").isObject());
  }

  static Contents read(Node document, Contents.Builder contents) throws Malformed {
    EntryLists entries = new EntryLists();
    for (Node node : document.members()) {
      if (isEntrypoints(node)) {
        for (Node entry : node.members()) {
          entries.put(entry.key(), EntryLists.ofLists(entry.get("assets"), contents));
        }
      } else if (!isEmptyEntrypoints(node)) {
        contents.name(node.key(), contents.item(node));
      }
    }
    entries.nameIn(contents);
    Entries names = FlatMap.ofNames(contents);
    return contents.build(name -> entries.find(name).or(() -> names.find(name)));
  }

  private static boolean isEmptyEntrypoints(Node node) {
    return node.key().equals("entrypoints") && node.isEmpty();
  }
}
