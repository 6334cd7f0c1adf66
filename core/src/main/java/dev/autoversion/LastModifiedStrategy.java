package dev.autoversion;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;

/** The modification time as Python's {@code str(os.path.getmtime(file))} writes it. */
record LastModifiedStrategy() implements VersionStrategy {
  @Override
  public Version versionOf(Asset asset) throws IOException {
    if (asset instanceof ClasspathAsset resource && !resource.hasUsableTime()) {
      throw new UnversionedAssetException(
          "the archive gives "
              + Printable.quote(resource.name())
              + " no time that changes with it; use contentHash()");
    }
    Instant time = asset.lastModified().toInstant();
    // The arithmetic of os.path.getmtime, so that the text is the same to the last digit.
    double seconds = time.getEpochSecond() + 1e-9 * time.getNano();
    return new Version(PythonFloat.repr(seconds));
  }

  /** The newest time of all. */
  @Override
  public Version versionOf(Bundle bundle) {
    return Collections.max(
        bundle.versions(), Comparator.comparing(version -> new BigDecimal(version.value())));
  }

  @Override
  public String toString() {
    return "lastModified()";
  }
}
