package dev.autoversion.page;

import dev.autoversion.Autoversion;
import dev.autoversion.LiteralManifest;
import dev.autoversion.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a small site: files under {@code /s}, and what a build left behind at {@code /b}. */
abstract class Site {
  static final List<String> NONE = List.of();

  /** printf two | openssl dgst -sha384 -binary | base64. */
  static final String TWO =
      "sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp";

  @TempDir Path site;

  @BeforeEach
  void writeSite() throws IOException {
    // printf two | sha256sum: 3fc4ccfe7458; printf three | sha256sum: 8b5b9db0c13d
    Files.writeString(site.resolve("a.css"), "two");
    Files.writeString(site.resolve("a.js"), "two");
    Files.writeString(site.resolve("a.mjs"), "two");
    Files.writeString(site.resolve("a.cjs"), "two");
    Files.writeString(site.resolve("a b.js"), "two");
    Files.writeString(site.resolve("a.png"), "two");
    Files.writeString(site.resolve("b.png"), "three");
    Files.writeString(site.resolve("a.woff2"), "two");
    Files.writeString(site.resolve("a.json"), "two");
  }

  Autoversion.Builder builder() {
    return Autoversion.builder().directory("/s", site).manifest("/b", LiteralManifest.SHOP);
  }

  Page page() {
    return new Page(builder().build());
  }

  /** A page of a build that has this entry alone: {@code /b/e.js}. */
  static Page page(Manifest.Entry entry) {
    return new Page(
        Autoversion.builder()
            .manifest(
                "/b",
                new LiteralManifest(Map.of("e.js", "e-1.js"), Map.of("e.js", entry), Map.of()))
            .build());
  }

  static String lines(String... lines) {
    return String.join("\n", lines);
  }
}
