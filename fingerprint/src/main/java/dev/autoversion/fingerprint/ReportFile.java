package dev.autoversion.fingerprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A report as JSON. */
final class ReportFile {
  private final JsonGenerator json;

  private ReportFile(JsonGenerator json) {
    this.json = json;
  }

  /** Writes it, and creates its folder if necessary. */
  static void write(Path file, FingerprintReport report) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (BufferedOutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
      new ReportFile(json).write(report);
    }
  }

  private void write(FingerprintReport report) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("dryRun", report.dryRun());
    json.writeBooleanField("upToDate", report.isUpToDate());
    json.writeStringField("manifest", report.manifest().toString());
    json.writeBooleanField("manifestChanged", report.manifestChanged());
    json.writeNumberField("bytes", report.bytes());
    json.writeNumberField("saved", report.saved());
    json.writeNumberField("toCode", report.toCode());
    texts("written", report.written());
    texts("notes", report.notes());
    json.writeArrayFieldStart("missing");
    for (MissingReference missing : report.missing()) {
      write(missing);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("assets");
    for (FingerprintedAsset asset : report.assets()) {
      write(asset);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(MissingReference missing) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", missing.path());
    json.writeNumberField("line", missing.line());
    json.writeStringField("reference", missing.reference());
    json.writeEndObject();
  }

  private void write(FingerprintedAsset asset) throws IOException {
    json.writeObjectFieldStart(asset.path());
    json.writeStringField("file", asset.file());
    json.writeNumberField("size", asset.size());
    json.writeObjectFieldStart("codings");
    for (Map.Entry<String, Long> coding : asset.codings().entrySet()) {
      json.writeNumberField(coding.getKey(), coding.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("saved", asset.saved());
    texts("written", asset.written());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
