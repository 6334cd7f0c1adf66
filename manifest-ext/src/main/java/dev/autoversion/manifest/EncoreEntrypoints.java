package dev.autoversion.manifest;

/** Encore's {@code entrypoints.json}: lists of URLs for each entry, in load order. */
final class EncoreEntrypoints {
  private EncoreEntrypoints() {}

  static Contents read(Node document, Contents.Builder contents) throws Malformed {
    EntryLists entries = new EntryLists();
    for (Node entry : document.get("entrypoints").members()) {
      entries.put(entry.key(), EntryLists.ofLists(entry, contents));
    }
    for (Node value : document.get("integrity").members()) {
      contents.integrity(FileText.mended(value.key()), value.textOrNone());
    }
    entries.nameIn(contents);
    return contents.build(entries);
  }
}
