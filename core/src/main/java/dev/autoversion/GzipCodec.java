package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The JDK's gzip. */
final class GzipCodec implements Codec {
  private static final int FAST = 6;

  @Override
  public OutputStream encoder(OutputStream out, Effort effort) throws IOException {
    return new Levelled(out, effort == Effort.FAST ? FAST : Deflater.BEST_COMPRESSION);
  }

  @Override
  public InputStream decoder(InputStream in) throws IOException {
    return new GZIPInputStream(in);
  }

  /** The JDK's own has no level to choose. */
  private static final class Levelled extends GZIPOutputStream {
    Levelled(OutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
