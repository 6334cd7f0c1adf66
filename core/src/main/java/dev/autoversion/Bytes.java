package dev.autoversion;

import java.io.IOException;
import java.util.Optional;

/** The bytes of a representation, and how they are sent. */
interface Bytes {
  long length();

  /** The number of bytes in memory. */
  default long held() {
    return 0;
  }

  /** Whether a part of them can be sent. */
  boolean hasParts();

  /** Whether they are replaced by better ones once the file has settled. */
  default boolean isProvisional() {
    return false;
  }

  /** The bytes from an offset on; all of them if there are no parts. */
  AssetResponse.Body body(long offset, long length);

  /** Whether they are still available; may look at the disk. */
  boolean isThere() throws IOException;

  /** The array that holds them, if there is one. */
  default Optional<byte[]> array() {
    return Optional.empty();
  }
}
