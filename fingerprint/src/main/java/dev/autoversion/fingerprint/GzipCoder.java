package dev.autoversion.fingerprint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** gzip by the JDK; it contains no time, so equal input gives equal output. */
record GzipCoder(int level) implements Coder {
  private static final int BUFFER = 1 << 13;

  static Coder load(int level) {
    return new GzipCoder(Math.min(level, Deflater.BEST_COMPRESSION));
  }

  @Override
  public OutputStream encoder(OutputStream out, long size) throws IOException {
    return new Leveled(out, level);
  }

  private static final class Leveled extends GZIPOutputStream {
    Leveled(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }
}
