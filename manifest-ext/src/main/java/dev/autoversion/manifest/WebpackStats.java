package dev.autoversion.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** webpack's own {@code stats.json}: assets in load order for each entry, types mixed. */
final class WebpackStats {
  private final String publicPath;
  private final Set<String> modules = new HashSet<>();

  private WebpackStats(String publicPath) {
    this.publicPath = publicPath.equals("auto") ? "" : publicPath;
  }

  static boolean fits(Node document) {
    Node entries = document.get("entrypoints");
    return entries.isObject()
        && (document.get("assets").isList() || entries.some(each -> each.get("assets").isList()));
  }

  /** Whether it is stats that may lack the lists that are read. */
  static boolean isPart(Node document) {
    return document.has("assetsByChunkName")
        || document.has("errorsCount")
        || document.get("assets").isList();
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    if (hasFailed(document)) {
      throw new ManifestException("the build has failed and written nothing");
    }
    WebpackStats stats = new WebpackStats(document.get("publicPath").textOrNone());
    for (Node asset : document.get("assets").items()) {
      stats.add(asset, contents);
    }
    EntryLists entries = new EntryLists();
    for (Node entry : document.get("entrypoints").objects()) {
      List<String> files = stats.files(entry.get("assets"), contents);
      entries.put(entry.key(), Entries.ofFiles(files, stats.modules));
    }
    entries.addNamesTo(contents);
    for (Node chunk : document.get("assetsByChunkName").members()) {
      stats.nameByType(chunk, contents);
    }
    return contents.build(entries);
  }

  /** The error if the lists are missing. */
  static ManifestException wanting(Node document) {
    return new ManifestException(
        document.has("children") && !document.has("time")
            ? "it has the stats of several webpack or Rspack builds; write a file for each of them"
            : "it has the stats of a webpack or Rspack build without its `entrypoints`; set `stats`, or"
                + " `fields` of webpack-stats-plugin, to `assets`, `entrypoints` and `publicPath`");
  }

  /**
   * Whether the build wrote nothing. Errors alone prove nothing: in development, a build's good
   * parts are written.
   */
  private static boolean hasFailed(Node document) throws ManifestException {
    Node errors = document.get("errorsCount");
    Node assets = document.get("assets");
    return errors.isNumber()
        && errors.number() > 0
        && assets.isList()
        && assets.items().stream().noneMatch(asset -> asset.get("size").isNumber());
  }

  private void add(Node asset, Contents.Builder contents) throws ManifestException {
    Node info = asset.get("info");
    Node name = asset.get("name");
    String file = contents.file(publicPath + name.text(), name);
    if (info.get("immutable").isTrue()) {
      contents.unlisted(name.text(), file);
    } else {
      contents.name(name.text(), file);
    }
    contents.alias(info.get("sourceFilename").textOrNone(), file);
    contents.integrity(file, asset.get("integrity").textOrNone());
    contents.integrity(file, info.get("integrity").textOrNone());
    if (info.get("javascriptModule").isTrue()) {
      modules.add(file);
    }
  }

  /** Webpack 4 listed plain names. */
  private List<String> files(Node assets, Contents.Builder contents) throws ManifestException {
    List<String> files = new ArrayList<>();
    for (Node item : assets.itemOrItems()) {
      Node name = item.isObject() ? item.get("name") : item;
      String file = contents.file(publicPath + name.text(), name);
      if (!file.isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }

  /** {@code main} with {@code js/main.fc965c1d.js} gives that file the name {@code main.js}. */
  private void nameByType(Node chunk, Contents.Builder contents) throws ManifestException {
    for (String file : files(chunk, contents)) {
      String path = FileText.path(file);
      String name = path.substring(path.lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      if (dot >= 0 && !name.endsWith(".map")) {
        contents.alias(chunk.key() + name.substring(dot), file);
      }
    }
  }
}
