package dev.autoversion.fingerprint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Starts a line for each asset of a manifest, so that two manifests can be compared. */
final class LinePerAsset extends MinimalPrettyPrinter {
  private static final long serialVersionUID = 1;
  // The manifest, its mounts, and one of them.
  private static final int ASSETS = 3;

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    line(json);
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    super.writeObjectEntrySeparator(json);
    line(json);
  }

  private static void line(JsonGenerator json) throws IOException {
    if (json.getOutputContext().getNestingDepth() == ASSETS) {
      json.writeRaw('\n');
    }
  }
}
