package dev.autoversion;

import java.io.FilterInputStream;
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
    return new OneMember(new Counting(in));
  }

  /**
   * The JDK's class reads all members, and ignores what else is behind them. Browsers and curl read
   * only the first, and curl fails if anything is behind it.
   */
  private static final class OneMember extends GZIPInputStream {
    private static final int TRAILER = 8;

    private final Counting source;
    private final long header;
    private long read;

    OneMember(Counting source) throws IOException {
      super(source);
      this.source = source;
      this.header = source.count; // It is not read ahead.
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      read += Math.max(n, 0);
      if (inf.getBytesWritten() != read) { // This count restarts with each member.
        throw new ZipException("several members");
      }
      if (n < 0 && hasMore()) {
        throw new ZipException("more behind the member");
      }
      return n;
    }

    private boolean hasMore() throws IOException {
      source.transferTo(OutputStream.nullOutputStream());
      return source.count != header + inf.getBytesRead() + TRAILER;
    }
  }

  /** Counts what is read. */
  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count += Math.max(n, 0);
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
