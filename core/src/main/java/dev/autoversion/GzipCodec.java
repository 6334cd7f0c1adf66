package dev.autoversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** The JDK's gzip. */
final class GzipCodec implements Codec {
  private static final int FAST = 6;

  @Override
  public OutputStream encoder(OutputStream out, Effort effort) throws IOException {
    return new Levelled(out, effort == Effort.FAST ? FAST : Deflater.BEST_COMPRESSION);
  }

  @Override
  public InputStream decoder(InputStream in) throws IOException {
    return new OneMember(in);
  }

  /** The JDK's class reads all members; browsers and curl read only the first. */
  private static final class OneMember extends GZIPInputStream {
    private long read;

    OneMember(InputStream in) throws IOException {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      read += Math.max(n, 0);
      if (inf.getBytesWritten() != read) { // This count restarts with each member.
        throw new ZipException("several members");
      }
      return n;
    }
  }

  /** The JDK's class has no option for the level. */
  private static final class Levelled extends GZIPOutputStream {
    Levelled(OutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
