package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;

/** Looks whether all that a manifest names is there, byte for byte. */
record Wholeness(Path manifest, Path folder) {
  /** How many assets there are; fails where one is not whole. */
  int check() throws IOException, GeneralSecurityException {
    int assets = 0;
    BuildManifest read = new ManifestStore(manifest).current();
    for (SortedMap<String, Entry> section : read.mounts().values()) {
      for (Map.Entry<String, Entry> asset : section.entrySet()) {
        check(asset.getValue());
        assets++;
      }
    }
    return assets;
  }

  private void check(Entry entry) throws IOException, GeneralSecurityException {
    byte[] bytes = Files.readAllBytes(folder.resolve(entry.file()));
    assertEquals(entry.size(), bytes.length, entry.file());
    byte[] sha384 = MessageDigest.getInstance("SHA-384").digest(bytes);
    String integrity = "sha384-" + Base64.getEncoder().encodeToString(sha384);
    assertEquals(entry.integrity(), integrity, entry.file());
    for (Map.Entry<String, Long> coding : entry.codings().entrySet()) {
      ContentCoding of = ContentCoding.of(coding.getKey()).orElseThrow();
      byte[] coded = Files.readAllBytes(folder.resolve(entry.file() + of.extension()));
      assertEquals(coding.getValue(), coded.length, entry.file() + of.extension());
      try (InputStream decoded = decoder(of, new ByteArrayInputStream(coded))) {
        assertEquals(-1, Arrays.mismatch(bytes, decoded.readAllBytes()), entry.file());
      }
    }
  }

  private static InputStream decoder(ContentCoding coding, InputStream coded) throws IOException {
    return switch (coding) {
      case BROTLI -> new BrotliInputStream(coded);
      case ZSTD -> new ZstdInputStream(coded).setLongMax(23);
      case GZIP -> new GZIPInputStream(coded);
    };
  }
}
