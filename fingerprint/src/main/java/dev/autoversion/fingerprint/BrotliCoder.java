package dev.autoversion.fingerprint;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;

/** Brotli by brotli4j. The only class that needs it. */
record BrotliCoder(int level) implements Coder {
  private static final int SMALLEST_WINDOW = 10;
  // The largest that every browser takes (RFC 7932, 9.1).
  private static final int LARGEST_WINDOW = 24;
  private static final int BUFFER = 1 << 20;

  /** Fails where the artifact or its native library is absent. */
  static Coder load(int level) {
    Brotli4jLoader.ensureAvailability();
    return new BrotliCoder(level);
  }

  /** With a window no larger than the bytes: it is memory, and looking for nothing in it. */
  @Override
  public OutputStream encoder(OutputStream out, long size) throws IOException {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size + 16);
    int window = Math.max(SMALLEST_WINDOW, Math.min(bits, LARGEST_WINDOW));
    int buffer = (int) Math.max(1, Math.min(size, BUFFER));
    return new BrotliOutputStream(
        out, new Encoder.Parameters().setQuality(level).setWindow(window), buffer);
  }
}
