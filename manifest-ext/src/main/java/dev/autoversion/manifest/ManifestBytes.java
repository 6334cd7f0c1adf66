package dev.autoversion.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** Reads one file of a manifest, and says what is wrong with it. */
final class ManifestBytes {
  // The largest in practice are full webpack stats, of ten MB. Our own build writes no more than
  // this.
  private static final int MOST = 64 * 1024 * 1024;

  private ManifestBytes() {}

  static byte[] of(ManifestFile file) throws ManifestException {
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ManifestException("it is larger than 64 MB, which no manifest is");
      }
      return bytes;
    } catch (ManifestException e) {
      throw refusal(file, e, KnownFile.command(file.name()));
    } catch (IOException e) {
      throw new ManifestException(file.name() + " can't be read: " + e, e);
    }
  }

  /** What a file beside a manifest says; empty if it is unrelated to the manifest. */
  static Optional<Edition.Part> beside(ManifestFile file, byte[] bytes, Remarks remarks)
      throws ManifestException {
    if (!KnownFile.isImportMap(file.name())) {
      return Optional.of(part(file, bytes, remarks));
    }
    Node document = json(file, bytes);
    if (Format.IMPORT_MAP.fits(document)) {
      return Optional.of(part(file, bytes, remarks));
    }
    if (!ChunkMap.isOfAssetMapper(document)) {
      remarks.say(file.name() + " beside it is not an import map; it is left out");
    }
    return Optional.empty();
  }

  static Edition.Part part(ManifestFile file, byte[] bytes, Remarks remarks)
      throws ManifestException {
    String command = KnownFile.command(file.name());
    try {
      boolean properties = file.name().toLowerCase(Locale.ROOT).endsWith(".properties");
      Contents.Builder contents = new Contents.Builder(remarks);
      Node document = properties ? AssetPipelines.properties(bytes) : Json.read(bytes);
      Format format = Format.of(document);
      command = format == Format.FINGERPRINT ? KnownFile.FINGERPRINT : command;
      String label = properties && !document.isEmpty() ? "asset-pipeline" : format.label();
      return new Edition.Part(file.name(), format, label, format.read(document, contents));
    } catch (ManifestException e) {
      throw refusal(file, e, command);
    }
  }

  private static Node json(ManifestFile file, byte[] bytes) throws ManifestException {
    try {
      return Json.read(bytes);
    } catch (ManifestException e) {
      throw refusal(file, e, KnownFile.command(file.name()));
    }
  }

  private static ManifestException refusal(
      ManifestFile file, ManifestException why, String command) {
    return new ManifestException(
        file.name()
            + " is not a manifest that can be read: "
            + why.getMessage()
            + "; "
            + command
            + " writes one",
        why);
  }
}
