package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Encodes and decodes a content coding. */
interface Codec {
  /** A stream that encodes into another one; closing it ends the coding. */
  OutputStream encoder(OutputStream out, Effort effort) throws IOException;

  /** The decoded bytes. */
  InputStream decoder(InputStream in) throws IOException;

  /** How much time a coding may take; measured in docs/decisions.md. */
  enum Effort {
    /** A client is waiting for it. */
    FAST,
    /** It is made before any request. */
    BEST
  }
}
