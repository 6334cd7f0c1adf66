package dev.autoversion.manifest;

import dev.autoversion.Manifest.Entry;
import dev.autoversion.manifest.Chunks.Chunk;
import dev.autoversion.manifest.Chunks.Reached;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metafile of esbuild and bun, inverted: its outputs tell what they were made from. */
final class Metafile implements Entries {
  private final Chunks chunks;
  private final Map<String, String> outputs = new LinkedHashMap<>();
  private final Map<String, String> stylesheets = new LinkedHashMap<>();

  private Metafile(Remarks remarks) {
    this.chunks = new Chunks(remarks);
  }

  static Contents read(Node document, Contents.Builder contents) throws ManifestException {
    Metafile metafile = new Metafile(contents.remarks());
    List<Node> outputs = document.get("outputs").objects();
    OutputFolder folder = OutputFolder.of(outputs.stream().map(Node::key).toList());
    for (Node output : outputs) {
      metafile.add(output, folder, contents);
    }
    metafile.outputs.forEach((name, path) -> contents.name(name, metafile.chunks.file(path)));
    return contents.build(metafile);
  }

  private void add(Node output, OutputFolder folder, Contents.Builder contents)
      throws ManifestException {
    String path = output.key();
    String file = contents.file(folder.inside(path), output);
    List<String> imports = new ArrayList<>();
    List<String> dynamicImports = new ArrayList<>();
    for (Node each : output.get("imports").items()) {
      String imported = each.get("path").text();
      boolean both = Entries.isScript(path) && Entries.isScript(imported);
      if (both && !each.get("external").isTrue()) {
        switch (each.get("kind").textOrNone()) {
          case "import-statement" -> imports.add(imported);
          case "dynamic-import" -> dynamicImports.add(imported);
          default -> {} // A worker, for instance.
        }
      }
    }
    chunks.put(path, new Chunk(file, imports, dynamicImports, List.of()));
    name(output, folder, contents);
  }

  private void name(Node output, OutputFolder folder, Contents.Builder contents)
      throws ManifestException {
    String path = output.key();
    String entryPoint = output.get("entryPoint").textOrNone();
    List<Node> inputs = output.get("inputs").members();
    if (!entryPoint.isEmpty()) {
      outputs.merge(entryPoint, path, (one, other) -> better(entryPoint, one, other));
    } else if (inputs.size() == 1 && !Entries.isScript(path) && !Entries.isStylesheet(path)) {
      outputs.putIfAbsent(inputs.get(0).key(), path);
    }
    Node css = output.get("cssBundle");
    if (!css.isMissing()) {
      stylesheets.put(path, contents.file(folder.inside(css.text()), css));
    }
  }

  /** Chooses between two files: Bun gives a script and its stylesheet the same entry point. */
  private static String better(String entryPoint, String one, String other) {
    boolean wanted = Entries.isStylesheet(entryPoint);
    boolean isOther = wanted ? Entries.isStylesheet(other) : Entries.isScript(other);
    return isOther ? other : one;
  }

  @Override
  public Optional<Entry> find(String name) {
    String path = outputs.getOrDefault(name, "");
    Chunk chunk = chunks.get(path);
    if (chunk == null) {
      return Optional.empty();
    }
    if (!Entries.isScript(chunk.file())) {
      return Entries.ofStylesheet(chunk.file());
    }
    Reached reached = chunks.from(path, chunk);
    String css = stylesheets.getOrDefault(path, "");
    List<String> none = List.of();
    return Optional.of(
        new Entry(
            css.isEmpty() ? none : List.of(css),
            none,
            // The metafile does not tell the script's format; as a module, the other formats run,
            // too.
            List.of(chunk.file()),
            reached.files(),
            chunks.lazy(path, chunk),
            none));
  }
}
