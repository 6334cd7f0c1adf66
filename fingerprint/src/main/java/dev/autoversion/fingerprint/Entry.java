package dev.autoversion.fingerprint;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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
 * @param uncoded the codings that were tried and save too little, by token
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
  Stream<String> files() {
    return Stream.concat(
        Stream.of(file),
        codings.keySet().stream()
            .flatMap(token -> ContentCoding.of(token).stream())
            .map(coding -> file + coding.extension()));
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
