package dev.autoversion.fingerprint;

import java.io.IOException;
import java.io.OutputStream;

/** Makes one content coding. */
@FunctionalInterface
interface Coder {
  /**
   * A stream that codes what is written to it.
   *
   * @param out where the coded bytes go; closed with the stream
   * @param size how many bytes will be written
   */
  OutputStream encoder(OutputStream out, long size) throws IOException;
}
