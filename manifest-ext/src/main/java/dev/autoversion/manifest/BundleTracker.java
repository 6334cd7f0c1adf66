package dev.autoversion.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** webpack-bundle-tracker's {@code webpack-stats.json}: chunks are lists of asset names. */
final class BundleTracker {
  // Webpack's default form: it matches main.fc965c1d.js, but not vendors.js beside it.
  private static final Pattern HASH = Pattern.compile("[.-](?=[a-f]*+[0-9])[0-9a-f]{8,}+(?![^.-])");

  private final String publicPath;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Set<String> loaded = new HashSet<>();

  private BundleTracker(String publicPath) {
    this.publicPath = publicPath;
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    String status = document.get("status").text();
    if (!status.equals("done")) {
      throw document
          .get("status")
          .wrong("is " + Shown.quoted(status) + ", so the build is still running or has failed");
    }
    BundleTracker tracker = new BundleTracker(document.get("publicPath").textOrNone());
    for (Node asset : document.get("assets").objects()) {
      tracker.add(asset, contents);
    }
    EntryLists entries = new EntryLists();
    for (Node chunk : document.get("chunks").members()) {
      entries.put(chunk.key(), Entries.ofFiles(tracker.files(chunk, contents), Set.of()));
    }
    for (Node asset : document.get("assets").objects()) {
      tracker.name(asset, contents);
    }
    entries.addNamesTo(contents);
    return contents.build(entries);
  }

  private void add(Node asset, Contents.Builder contents) throws ManifestException {
    String file = file(asset.key(), asset, contents);
    files.put(asset.key(), file);
    contents.integrity(file, asset.get("integrity").textOrNone());
  }

  /**
   * All files are listed under their own names. Such a name is used if no source is given, unless
   * it contains a hash and an entry loads the file.
   */
  private void name(Node asset, Contents.Builder contents) throws ManifestException {
    String file = files.getOrDefault(asset.key(), "");
    String source = asset.get("sourceFilename").textOrNone();
    contents.alias(source, file);
    boolean hashed = loaded.contains(file) && HASH.matcher(asset.key()).find();
    if (source.isEmpty() && !hashed) {
      contents.name(asset.key(), file);
    } else {
      contents.unlisted(asset.key(), file);
    }
  }

  /** The asset's own public path; older releases left that to the reader. */
  private String file(String name, Node asset, Contents.Builder contents) throws ManifestException {
    Node own = asset.get("publicPath");
    if (publicPath.equals("auto")) {
      return contents.file(name, asset);
    }
    return own.isMissing() ? contents.file(publicPath + name, asset) : contents.file(own);
  }

  private List<String> files(Node chunk, Contents.Builder contents) throws ManifestException {
    List<String> found = new ArrayList<>();
    for (Node item : chunk.items()) {
      String name = item.isObject() ? item.get("name").text() : item.text();
      String file = files.get(name);
      if (file == null && item.isObject()) {
        file = file(name, item, contents);
      }
      if (file == null) {
        contents
            .remarks()
            .say(item.path() + " is " + Shown.quoted(name) + ", which is not among the assets");
      } else if (!file.isEmpty()) {
        found.add(file);
        loaded.add(file);
      }
    }
    return found;
  }
}
