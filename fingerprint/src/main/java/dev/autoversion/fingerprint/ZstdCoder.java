package dev.autoversion.fingerprint;

import com.github.luben.zstd.ZstdOutputStream;
import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.io.OutputStream;

/** Zstandard by zstd-jni. The only class that needs it. */
record ZstdCoder(int level) implements Coder {
  // Higher levels use a window of more than 8 MiB, which browsers refuse (RFC 9659).
  private static final int HIGHEST = 19;

  /** Fails if the artifact or its native library is absent. */
  static Coder load(int level) {
    Native.load();
    return new ZstdCoder(Math.max(1, level * HIGHEST / Fingerprint.BEST_LEVEL));
  }

  @Override
  public OutputStream encoder(OutputStream out, long size) throws IOException {
    return new ZstdOutputStream(out, level);
  }
}
