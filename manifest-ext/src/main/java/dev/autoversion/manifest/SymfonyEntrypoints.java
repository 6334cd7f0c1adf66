package dev.autoversion.manifest;

import dev.autoversion.Manifest.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** vite-plugin-symfony's {@code entrypoints.json}: Vite's entries, resolved, with their base. */
final class SymfonyEntrypoints {
  private SymfonyEntrypoints() {}

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    EntryLists entries = new EntryLists();
    Node points = document.get("entryPoints");
    List<String> polyfills = scripts(points.get("polyfills"), contents);
    for (Node point : points.objects()) {
      entries.put(point.key(), entry(point, points, polyfills, contents));
    }
    for (Node file : document.get("metadatas").objects()) {
      if (!isHidden(file.key())) {
        contents.integrity(contents.file(file.key(), file), file.get("hash").textOrNone());
      }
    }
    entries.addNamesTo(contents);
    return contents.build(entries);
  }

  private static Entry entry(
      Node point, Node points, List<String> polyfills, Contents.Builder contents)
      throws ManifestException {
    List<String> scripts = scripts(point, contents);
    return new Entry(
        files(point.get("css"), contents),
        List.of(),
        scripts.isEmpty()
            ? scripts
            : Stream.concat(polyfills.stream(), scripts.stream()).distinct().toList(),
        files(point.get("preload"), contents),
        files(point.get("dynamic"), contents),
        // The twin of a stylesheet is an empty script.
        scripts.isEmpty() ? scripts : legacy(point, points, contents));
  }

  /** {@code legacy} is false, or names the entry for browsers without modules. */
  private static List<String> legacy(Node point, Node points, Contents.Builder contents)
      throws ManifestException {
    Node twin = point.get("legacy");
    List<String> polyfills = scripts(points.get("polyfills-legacy"), contents);
    return !twin.isText() || polyfills.isEmpty()
        ? List.of()
        : Stream.concat(polyfills.stream(), scripts(points.get(twin.text()), contents).stream())
            .toList();
  }

  private static List<String> scripts(Node point, Contents.Builder contents)
      throws ManifestException {
    return files(point.get("js"), contents);
  }

  /** Releases 4 and 5 wrote objects with {@code path} and {@code hash}. */
  private static List<String> files(Node list, Contents.Builder contents) throws ManifestException {
    List<String> files = new ArrayList<>();
    for (Node item : list.items()) {
      String file = contents.file(item.isObject() ? item.get("path") : item);
      contents.integrity(file, item.get("hash").textOrNone());
      if (!file.isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }

  /** Vite's own manifest is listed among the files. */
  private static boolean isHidden(String file) {
    return file.contains("/.");
  }
}
