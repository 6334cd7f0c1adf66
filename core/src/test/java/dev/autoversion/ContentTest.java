package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.reference.Reference;
import dev.autoversion.reference.ReferenceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
  @TempDir Path site;

  /** Those that name no asset may be long, and nobody asks for them. */
  @Test
  void references_onlyThoseThatMayNameAnAsset() throws IOException {
    assertEquals(
        List.of("a.png", "/b.png"),
        references(
            "url(a.png), url(data:image/png;base64,AA), url(#x), url(/b.png)",
            Set.of(ReferenceFormat.STYLESHEET)));
  }

  @Test
  void references_ofFormatsThatAreLookedFor() throws IOException {
    assertEquals(List.of(), references("url(a.png)", Set.of(ReferenceFormat.SVG)));
  }

  private List<String> references(String background, Set<ReferenceFormat> formats)
      throws IOException {
    Path file = Files.writeString(site.resolve("a.css"), "i{background:" + background + "}");
    Asset asset = Asset.ofFile(LogicalPath.of("a.css").orElseThrow(), file).orElseThrow();
    return new Content.Reader(VersionStrategy.contentHash(), formats)
        .read(asset).references().stream().map(Reference::value).toList();
  }
}
