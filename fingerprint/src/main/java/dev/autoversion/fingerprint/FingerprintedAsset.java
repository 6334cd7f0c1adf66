package dev.autoversion.fingerprint;

import java.util.List;
import java.util.SortedMap;

/**
 * An asset and its copy.
 *
 * @param path the asset, below the folder: {@code js/app.js}
 * @param file the copy, below the output folder: {@code js/app-9f3c2ab1d04e.js}
 * @param size the copy's size in bytes
 * @param codings the size of each existing content coding, by its token: {@code br=3210}
 * @param written the files that this run wrote, or would write: the copy, its codings; none if all
 *     existed
 */
public record FingerprintedAsset(
    String path, String file, long size, SortedMap<String, Long> codings, List<String> written) {
  /** {@return how many bytes the smallest coding saves a browser} */
  public long saved() {
    return codings.values().stream().mapToLong(coded -> size - coded).max().orElse(0);
  }
}
