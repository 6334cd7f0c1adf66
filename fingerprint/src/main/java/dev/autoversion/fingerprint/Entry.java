package dev.autoversion.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manifest says of an asset.
 *
 * @param file the copy, below the output folder
 * @param version its version
 * @param integrity of the copy's bytes, {@code sha384-…}
 * @param size the copy's bytes
 * @param type its media type
 * @param codings the bytes of each content coding beside the copy, by token
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
    if (codings.isEmpty()) {
      return List.of(file);
    }
    List<String> files = new ArrayList<>();
    files.add(file);
    for (String token : codings.keySet()) {
      ContentCoding.of(token).ifPresent(coding -> files.add(file + coding.extension()));
    }
    return files;
  }

  /** The same with the codings that are known of the same copy. */
  Entry codedAs(Entry known) {
    return known.file.equals(file) ? coded(known.codings, known.uncoded) : this;
  }

  Entry coded(SortedMap<String, Long> made, List<String> tooLittle) {
    return new Entry(
        file, version, integrity, size, type, new TreeMap<>(made), covers, tooLittle, missing);
  }
}
