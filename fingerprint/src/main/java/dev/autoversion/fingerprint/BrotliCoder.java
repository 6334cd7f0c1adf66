package dev.autoversion.fingerprint;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;

/** Brotli by brotli4j. The only class that needs it. */
record BrotliCoder(int level) implements Coder {
  private static final int SMALLEST_WINDOW = 10;
  // The largest that every browser accepts (RFC 7932, 9.1).
  private static final int LARGEST_WINDOW = 24;
  // The encoder takes blocks of this many bytes, or a multiple. If it is given more than a block at
  // once, the library's stream loses the end of data that hardly shrinks.
  private static final int BLOCK = 1 << 14;

  /** Fails if the artifact or its native library is absent. */
  static Coder load(int level) {
    Brotli4jLoader.ensureAvailability();
    return new BrotliCoder(level);
  }

  /** With a window no larger than the data, to save memory and useless searching. */
  @Override
  public OutputStream encoder(OutputStream out, long size) throws IOException {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size + 16);
    int window = Math.max(SMALLEST_WINDOW, Math.min(bits, LARGEST_WINDOW));
    return new BrotliOutputStream(
        out, new Encoder.Parameters().setQuality(level).setWindow(window), BLOCK);
  }
}
