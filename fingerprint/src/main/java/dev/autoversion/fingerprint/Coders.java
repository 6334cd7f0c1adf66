package dev.autoversion.fingerprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The coders that work on this machine.
 *
 * @param byCoding those that work
 * @param absent messages about those that don't work, and how to fix it
 */
record Coders(Map<ContentCoding, Coder> byCoding, List<String> absent) {
  static Coders load(List<ContentCoding> wanted, int level) {
    Map<ContentCoding, Coder> byCoding = new EnumMap<>(ContentCoding.class);
    List<String> absent = new ArrayList<>();
    for (ContentCoding coding : wanted) {
      try {
        byCoding.put(coding, loader(coding).apply(level));
      } catch (LinkageError | RuntimeException e) {
        // The artifact is absent, has no library for this machine, or must not load it: JDK 24 and
        // later with --illegal-native-access=deny.
        absent.add(why(coding, e));
      }
    }
    return new Coders(Collections.unmodifiableMap(byCoding), List.copyOf(absent));
  }

  List<ContentCoding> codings() {
    return List.copyOf(byCoding.keySet());
  }

  private static IntFunction<Coder> loader(ContentCoding coding) {
    return switch (coding) {
      case BROTLI -> BrotliCoder::load;
      case ZSTD -> ZstdCoder::load;
      case GZIP -> GzipCoder::load;
    };
  }

  private static String why(ContentCoding coding, Throwable e) {
    String artifact =
        coding == ContentCoding.BROTLI
            ? "com.aayushatharva.brotli4j:brotli4j"
            : "com.github.luben:zstd-jni";
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return coding.token()
        + " is left out: "
        + artifact
        + (e instanceof NoClassDefFoundError
            ? " is not on the class path"
            : " has no native library that works here, on " + machine)
        + "; the other codings are made";
  }
}
