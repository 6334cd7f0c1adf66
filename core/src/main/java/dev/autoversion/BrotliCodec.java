package dev.autoversion;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Brotli by brotli4j. The only class that needs it. */
final class BrotliCodec implements Codec {
  private static final int FAST = 5;
  private static final int BEST = 11;
  // The largest that every browser accepts (RFC 7932, 9.1).
  private static final int WINDOW = 24;

  private BrotliCodec() {}

  /** Fails if the artifact or its native library is absent. */
  static Codec load() {
    Brotli4jLoader.ensureAvailability();
    return new BrotliCodec();
  }

  @Override
  public OutputStream encoder(OutputStream out, Effort effort) throws IOException {
    int quality = effort == Effort.FAST ? FAST : BEST;
    return new BrotliOutputStream(
        out, new Encoder.Parameters().setQuality(quality).setWindow(WINDOW));
  }

  @Override
  public InputStream decoder(InputStream in) throws IOException {
    return new BrotliInputStream(in);
  }
}
