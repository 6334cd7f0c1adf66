package dev.autoversion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The content codings that can be made here; asked once, since libraries don't come later. */
final class Codecs {
  private final Map<Coding, Codec> there = new EnumMap<>(Coding.class);
  private final List<String> absent = new ArrayList<>();

  private Codecs() {}

  static Codecs ofClassPath() {
    Codecs codecs = new Codecs();
    codecs.load(Coding.BR, "com.aayushatharva.brotli4j:brotli4j", () -> BrotliCodec.load());
    codecs.load(Coding.ZSTD, "com.github.luben:zstd-jni", () -> ZstdCodec.load());
    codecs.there.put(Coding.GZIP, new GzipCodec());
    return codecs;
  }

  /** The one that makes a coding; null where it is absent, and for the identity. */
  @Nullable Codec of(Coding coding) {
    return there.get(coding);
  }

  boolean has(Coding coding) {
    return coding == Coding.IDENTITY || there.containsKey(coding);
  }

  /** The coding that a browser wants most; the first in our order of those it wants equally. */
  Coding heaviest(Acceptance accepted) {
    Coding heaviest = null;
    for (Coding coding : Coding.values()) {
      if (has(coding) && accepted.prefers(coding, heaviest)) {
        heaviest = coding;
      }
    }
    return heaviest == null ? Coding.IDENTITY : heaviest;
  }

  private void load(Coding coding, String artifact, Supplier<Codec> loading) {
    try {
      there.put(coding, loading.get());
    } catch (LinkageError e) { // The artifact is absent, or has no library for this machine.
      String why = e instanceof NoClassDefFoundError ? "is absent" : "does not work here";
      absent.add("no " + coding.token() + ", as " + artifact + " " + why);
    }
  }

  /** What can't be made, and what would mend it; "" where all can. */
  @Override
  public String toString() {
    return String.join("; ", absent);
  }
}
