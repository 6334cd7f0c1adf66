package dev.autoversion.fingerprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes a manifest as JSON: keys sorted, one asset a line, equal bytes for equal assets. */
final class ManifestWriter {
  /** The format's number, which a reader asks for. */
  static final int FORMAT = 1;

  private final JsonGenerator json;

  private ManifestWriter(JsonGenerator json) {
    this.json = json;
  }

  static byte[] bytes(BuildManifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.setPrettyPrinter(new LinePerAsset());
      new ManifestWriter(json).write(manifest);
    }
    return bytes.toByteArray();
  }

  private void write(BuildManifest manifest) throws IOException {
    json.writeStartObject();
    json.writeNumberField("autoversion", FORMAT);
    json.writeObjectFieldStart("mounts");
    for (Map.Entry<String, ? extends Map<String, Entry>> mount : manifest.mounts().entrySet()) {
      json.writeObjectFieldStart(mount.getKey());
      for (Map.Entry<String, Entry> asset : mount.getValue().entrySet()) {
        write(asset.getKey(), asset.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void write(String path, Entry entry) throws IOException {
    json.writeObjectFieldStart(path);
    json.writeStringField("file", entry.file());
    json.writeStringField("version", entry.version());
    json.writeStringField("integrity", entry.integrity());
    json.writeNumberField("size", entry.size());
    json.writeStringField("type", entry.type());
    if (!entry.codings().isEmpty()) {
      json.writeObjectFieldStart("codings");
      for (Map.Entry<String, Long> coding : entry.codings().entrySet()) {
        json.writeNumberField(coding.getKey(), coding.getValue());
      }
      json.writeEndObject();
    }
    texts("covers", entry.covers());
    texts("uncoded", entry.uncoded());
    if (!entry.missing().isEmpty()) {
      missing(entry.missing());
    }
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  private void missing(List<MissingReference> missing) throws IOException {
    json.writeArrayFieldStart("missing");
    for (MissingReference each : missing) {
      json.writeStartObject();
      json.writeNumberField("line", each.line());
      json.writeStringField("reference", each.reference());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
