package dev.autoversion.fingerprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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
  private static final String WHOLE = "a whole number";

  private final JsonParser json;
  private final Path file;
  private boolean hasFormat;

  private ManifestReader(JsonParser json, Path file) {
    this.json = json;
    this.file = file;
  }

  static BuildManifest read(byte[] bytes, Path file) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(bytes)) {
      return new ManifestReader(json, file).manifest();
    } catch (JsonProcessingException e) {
      // There is no location where it is beyond one of Jackson's limits.
      throw e.getLocation() == null
          ? refused(file, "it exceeds a limit of the JSON parser: " + e.getOriginalMessage(), e)
          : refused(file, "it is not valid JSON at " + text(e.getLocation()), e);
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
            case "autoversion" -> format();
            case "mounts" -> object(prefix -> mounts.put(prefix, section()));
            default -> json.skipChildren();
          }
        });
    if (!hasFormat) {
      throw refused(file, "it lacks \"autoversion\": " + ManifestWriter.FORMAT, null);
    }
    return new BuildManifest(mounts);
  }

  private void format() throws IOException {
    long format = number();
    if (format != ManifestWriter.FORMAT) { // The rest may have another form.
      throw new IOException(
          file
              + " is in version "
              + format
              + " of the manifest format, but this release reads version "
              + ManifestWriter.FORMAT
              + "; use the release that wrote it, or a later one");
    }
    hasFormat = true;
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
      // Files that a manifest names get deleted some day, so each must be one that a run has made.
      if (!MadeFiles.isCopy(copy, path, version)) {
        throw refused(file, "the copy of '" + path + "' can't be '" + copy + "'", null);
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
        case "size" -> size = number();
        case "codings" -> object(token -> codings.put(token, number()));
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
              case "line" -> line[0] = (int) Math.min(number(), Integer.MAX_VALUE);
              case "reference" -> reference[0] = text();
              default -> json.skipChildren();
            }
          });
      missing.add(new MissingReference(path, line[0], reference[0]));
    }
  }

  private String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "text");
    return json.getText();
  }

  private long number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, WHOLE);
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw wrong(WHOLE);
    }
    return json.getLongValue();
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (json.currentToken() != token) {
      throw wrong(what);
    }
  }

  private IOException wrong(String what) {
    return refused(
        file, "it should have " + what + " at " + text(json.currentTokenLocation()), null);
  }

  private static String text(JsonLocation place) {
    return "line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private void object(Member member) throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
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
    expect(JsonToken.START_ARRAY, "a list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  private static IOException refused(Path file, String why, @Nullable Throwable cause) {
    // Without the manifest nobody knows which files are copies, so they must be deleted with it.
    return new IOException(
        file
            + " is not an autoversion manifest: "
            + why
            + "; restore it, or delete it together with all copies",
        cause);
  }
}
