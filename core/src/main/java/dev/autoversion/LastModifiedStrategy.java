package dev.autoversion;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;

/** The modification time as Python's {@code str(os.path.getmtime(file))} writes it. */
final class LastModifiedStrategy implements VersionStrategy {
  private final FixedTime fixedTime = new FixedTime();

  @Override
  public Version versionOf(Asset asset) throws IOException {
    if (!asset.hasReliableTime()) {
      throw new UnversionedAssetException(
          "its source gives "
              + Printable.quote(asset.path().value())
              + " no time that changes with it; use contentHash()");
    }
    FileTime modified = asset.lastModified();
    fixedTime.see(asset.path(), modified);
    Instant time = modified.toInstant();
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
  public boolean couldGive(Version version) {
    return version.value().chars().allMatch(c -> c >= '0' && c <= '9' || ".e-".indexOf(c) >= 0);
  }

  @Override
  public String toString() {
    return "lastModified()";
  }
}
