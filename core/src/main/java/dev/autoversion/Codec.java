package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Makes a content coding and undoes it. */
interface Codec {
  /** A stream that codes what it is given, into another one; closing it ends the coding. */
  OutputStream encoder(OutputStream out, Effort effort) throws IOException;

  /** The bytes that were coded. */
  InputStream decoder(InputStream in) throws IOException;

  /** How much time a coding may take; measured in docs/decisions.md. */
  enum Effort {
    /** Somebody waits for it. */
    FAST,
    /** It is made ahead of all requests. */
    BEST
  }
}
