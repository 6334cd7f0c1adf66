package dev.autoversion.fingerprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a manifest that an earlier run has left behind. */
final class ManifestReader {
  private final JsonParser json;
  private final Path file;
  private long format;

  private ManifestReader(JsonParser json, Path file) {
    this.json = json;
    this.file = file;
  }

  static BuildManifest read(byte[] bytes, Path file) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(bytes)) {
      return new ManifestReader(json, file).manifest();
    } catch (JsonProcessingException e) {
      throw refused(file, "it is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** One member of an object, its name read, its value next. */
  @FunctionalInterface
  private interface Member {
    void read(String name) throws IOException;
  }

  private BuildManifest manifest() throws IOException {
    SortedMap<String, SortedMap<String, Entry>> mounts = new TreeMap<>();
    json.nextToken();
    object(
        name -> {
          switch (name) {
            case "autoversion" -> format = json.getLongValue();
            case "mounts" -> object(prefix -> mounts.put(prefix, section()));
            default -> json.skipChildren();
          }
        });
    if (format != ManifestWriter.FORMAT) {
      throw refused(file, "it has no \"autoversion\": " + ManifestWriter.FORMAT, null);
    }
    return new BuildManifest(mounts);
  }

  private SortedMap<String, Entry> section() throws IOException {
    SortedMap<String, Entry> section = new TreeMap<>();
    object(path -> section.put(path, new Draft(path).read()));
    return section;
  }

  /** An entry whose members come in any order. */
  private final class Draft {
    private final String path;
    private final SortedMap<String, Long> codings = new TreeMap<>();
    private final List<String> covers = new ArrayList<>();
    private final List<String> uncoded = new ArrayList<>();
    private final List<MissingReference> missing = new ArrayList<>();
    private String copy = "";
    private String version = "";
    private String integrity = "";
    private String type = "";
    private long size;

    Draft(String path) {
      this.path = path;
    }

    Entry read() throws IOException {
      object(this::member);
      // Files that a manifest names are deleted one day, so each has to be what a run has made.
      if (!Output.isCopy(copy, path, version)) {
        throw refused(file, "the file of '" + path + "' can't be '" + copy + "'", null);
      }
      if (size < 0) {
        throw refused(file, "the size of '" + path + "' can't be " + size, null);
      }
      return new Entry(
          copy,
          version,
          integrity,
          size,
          type,
          codings,
          List.copyOf(covers),
          List.copyOf(uncoded),
          List.copyOf(missing));
    }

    private void member(String name) throws IOException {
      switch (name) {
        case "file" -> copy = text();
        case "version" -> version = text();
        case "integrity" -> integrity = text();
        case "type" -> type = text();
        case "size" -> size = json.getLongValue();
        case "codings" -> object(token -> codings.put(token, json.getLongValue()));
        case "covers" -> array(() -> covers.add(text()));
        case "uncoded" -> array(() -> uncoded.add(text()));
        case "missing" -> array(this::missing);
        default -> json.skipChildren();
      }
    }

    private void missing() throws IOException {
      String[] reference = {""};
      int[] line = {1};
      object(
          name -> {
            switch (name) {
              case "line" -> line[0] = json.getIntValue();
              case "reference" -> reference[0] = text();
              default -> json.skipChildren();
            }
          });
      missing.add(new MissingReference(path, line[0], reference[0]));
    }
  }

  private String text() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw refused(file, "'" + json.currentName() + "' is no text", null);
    }
    return json.getText();
  }

  private void object(Member member) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw refused(file, "there is no object at " + json.currentLocation().getLineNr(), null);
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      member.read(name);
    }
  }

  /** One element of an array. */
  @FunctionalInterface
  private interface Element {
    void read() throws IOException;
  }

  private void array(Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw refused(file, "'" + json.currentName() + "' is no list", null);
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  private static IOException refused(Path file, String why, @Nullable Throwable cause) {
    return new IOException(
        file + " is no manifest of autoversion: " + why + "; delete it, or tell another one",
        cause);
  }
}
