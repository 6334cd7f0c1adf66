package dev.autoversion;

import java.io.IOException;
import java.util.Optional;

/** The bytes of a representation, and how they are sent. */
interface Bytes {
  long length();

  /** How many of them are in memory. */
  long held();

  /** Whether a part of them can be sent. */
  boolean hasParts();

  /** The bytes from a place on; all of them where there are no parts. */
  AssetResponse.Body body(long offset, long length);

  /** Whether they are still to be had; may look at the disk. */
  boolean isThere() throws IOException;

  /** The array that holds them, where one does. */
  default Optional<byte[]> array() {
    return Optional.empty();
  }
}
