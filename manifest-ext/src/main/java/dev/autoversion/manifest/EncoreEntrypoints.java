package dev.autoversion.manifest;

/**
 * Encore's {@code entrypoints.json} and Rsbuild's manifest: lists of URLs for each entry, in load
 * order.
 */
final class EncoreEntrypoints {
  private EncoreEntrypoints() {}

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    EntryLists entries = new EntryLists();
    for (Node entry : document.get("entrypoints").members()) {
      entries.put(entry.key(), EntryLists.ofLists(entry, contents));
    }
    // Rsbuild's form, which also lists what an entry may load later.
    for (Node entry : document.get("entries").members()) {
      entries.put(entry.key(), EntryLists.ofLists(entry.get("initial"), contents));
    }
    for (Node value : document.get("integrity").members()) {
      contents.integrity(FileText.mended(value.key()), value.textOrNone());
    }
    entries.addNamesTo(contents);
    return contents.build(entries);
  }
}
