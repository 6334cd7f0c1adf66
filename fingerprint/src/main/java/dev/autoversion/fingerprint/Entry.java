package dev.autoversion.fingerprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manifest says about an asset.
 *
 * @param file the copy, below the output folder
 * @param version its version
 * @param integrity that of the copy's bytes, {@code sha384-…}
 * @param size the copy's size in bytes
 * @param type its media type
 * @param codings the size of each content coding beside the copy, by token
 * @param covers the other assets that its version covers
 * @param uncoded the codings that save too little or can't have their name, by token
 * @param missing references in it that lead to no asset
 */
record Entry(
    String file,
    String version,
    String integrity,
    long size,
    String type,
    SortedMap<String, Long> codings,
    List<String> covers,
    List<String> uncoded,
    List<MissingReference> missing) {
  /** The copy and its codings. */
  List<String> files() {
    return List.copyOf(sizes().keySet());
  }

  /** The size in bytes of the copy and of each coding. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put(file, size);
    codings.forEach(
        (token, bytes) ->
            ContentCoding.of(token)
                .ifPresent(coding -> sizes.put(file + coding.extension(), bytes)));
    return sizes;
  }

  Entry coded(SortedMap<String, Long> made, List<String> tooLittle) {
    return new Entry(
        file, version, integrity, size, type, new TreeMap<>(made), covers, tooLittle, missing);
  }
}
