package dev.autoversion;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Zstandard by zstd-jni. The only class that needs it. */
final class ZstdCodec implements Codec {
  private static final int FAST = 6;
  // Higher levels use a window of more than 8 MiB, which browsers refuse (RFC 9659).
  private static final int BEST = 19;
  private static final int WINDOW = 23;

  private ZstdCodec() {}

  /** Fails if the artifact or its native library is absent. */
  static Codec load() {
    Native.load();
    return new ZstdCodec();
  }

  @Override
  public OutputStream encoder(OutputStream out, Effort effort) throws IOException {
    return new ZstdOutputStream(out, effort == Effort.FAST ? FAST : BEST);
  }

  @Override
  public InputStream decoder(InputStream in) throws IOException {
    return new ZstdInputStream(in).setLongMax(WINDOW);
  }
}
