package dev.autoversion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content codings that can be made here. Found out once, since libraries don't appear later,
 * and only when a coding is wanted: rendering templates loads no native library.
 */
final class Codecs {
  private volatile @Nullable Loaded loaded;

  /**
   * What was found.
   *
   * @param offered the codings that can be sent, in our order
   */
  private record Loaded(Map<Coding, Codec> there, List<Coding> offered, List<String> absent) {}

  /** The codec of a coding; null if it is absent, and for the identity. */
  @Nullable Codec of(Coding coding) {
    return loaded().there().get(coding);
  }

  /** The coding that a browser wants most; among equals, the first in our order. */
  Coding heaviest(AcceptEncoding accepted) {
    Coding heaviest = null;
    for (Coding coding : loaded().offered()) {
      if (accepted.prefers(coding, heaviest)) {
        heaviest = coding;
      }
    }
    return heaviest == null ? Coding.IDENTITY : heaviest;
  }

  private Loaded loaded() {
    Loaded known = loaded;
    if (known == null) { // Racing threads load the same.
      known = new Loaded(new EnumMap<>(Coding.class), new ArrayList<>(), new ArrayList<>());
      load(Coding.BR, "com.aayushatharva.brotli4j:brotli4j", () -> BrotliCodec.load(), known);
      load(Coding.ZSTD, "com.github.luben:zstd-jni", () -> ZstdCodec.load(), known);
      known.there().put(Coding.GZIP, new GzipCodec());
      known.offered().addAll(known.there().keySet());
      known.offered().add(Coding.IDENTITY);
      loaded = known;
    }
    return known;
  }

  private static void load(Coding coding, String artifact, Supplier<Codec> loading, Loaded loaded) {
    try {
      loaded.there().put(coding, loading.get());
    } catch (LinkageError | RuntimeException e) {
      // The artifact is absent, has no library for this machine, or must not load it: JDK 24 and
      // later with --illegal-native-access=deny.
      String why = e instanceof NoClassDefFoundError ? "is absent" : "does not work here";
      loaded.absent().add("no " + coding.token() + ", as " + artifact + " " + why);
    }
  }

  /** What can't be made, and how to fix that; "" if all can. */
  @Override
  public String toString() {
    return String.join("; ", loaded().absent());
  }
}
