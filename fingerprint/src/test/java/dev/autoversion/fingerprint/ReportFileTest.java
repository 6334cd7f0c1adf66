package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @Test
  void write_saysAll(@TempDir Path folder) throws IOException {
    FingerprintedAsset coded =
        new FingerprintedAsset(
            "a.js",
            "a-3fc4ccfe7458.js",
            600,
            new TreeMap<>(Map.of("br", 20L, "gzip", 30L)),
            List.of("a-3fc4ccfe7458.js.br"));
    FingerprintedAsset plain =
        new FingerprintedAsset("b.png", "b-8f8cbb7dcf46.png", 7, new TreeMap<>(), List.of());
    FingerprintReport report =
        new FingerprintReport(
            true,
            Path.of("m.json"),
            false,
            List.of(coded, plain),
            2,
            List.of(new MissingReference("a.css", 3, "y.png")),
            List.of("no zstd"));
    ReportFile.write(folder.resolve("r.json"), report);
    assertEquals(
        """
        {"dryRun":true,"upToDate":false,"manifest":"m.json","manifestChanged":false,\
        "bytes":607,"saved":580,"toCode":2,"written":["a-3fc4ccfe7458.js.br"],\
        "notes":["nozstd"],"missing":[{"path":"a.css","line":3,"reference":"y.png"}],\
        "assets":{"a.js":{"file":"a-3fc4ccfe7458.js","size":600,\
        "codings":{"br":20,"gzip":30},"saved":580,"written":["a-3fc4ccfe7458.js.br"]},\
        "b.png":{"file":"b-8f8cbb7dcf46.png","size":7,"codings":{},"saved":0,"written":[]}}}""",
        Files.readString(folder.resolve("r.json")).replaceAll("\\s", ""));
  }
}
