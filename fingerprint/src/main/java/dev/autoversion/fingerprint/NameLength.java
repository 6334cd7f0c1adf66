package dev.autoversion.fingerprint;

import dev.autoversion.LogicalPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How long a file's name may be: 255 bytes, so that it fits wherever the build is deployed. */
final class NameLength {
  private static final int MOST = 255;
  private static final int MORE = "-0123456789ab".length();

  private NameLength() {}

  /** Stops the run before it begins if a copy could not be written. */
  static void checkCopy(LogicalPath path) throws IOException {
    int length = of(path.value()) + MORE;
    if (length > MOST) {
      throw new IOException(
          "'"
              + path
              + "': the name of its copy would have "
              + length
              + " bytes, but at most "
              + MOST
              + " are possible; rename it or exclude it");
    }
  }

  static boolean fits(String file) {
    return of(file) <= MOST;
  }

  /** The bytes of a path's last segment. */
  private static int of(String file) {
    return file.substring(file.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8).length;
  }
}
