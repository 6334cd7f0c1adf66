package dev.autoversion.fingerprint;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run did, or a dry run would do.
 *
 * @param dryRun whether nothing was written
 * @param manifest where the manifest is
 * @param manifestChanged whether it was written, or would be
 * @param assets all assets, by their paths
 * @param toCode how many content codings a dry run leaves to be tried; none of a run
 * @param missing references that lead to no asset, by file and line
 * @param notes what a user should know: a coding that can't be made here
 */
public record FingerprintReport(
    boolean dryRun,
    Path manifest,
    boolean manifestChanged,
    List<FingerprintedAsset> assets,
    int toCode,
    List<MissingReference> missing,
    List<String> notes) {
  /** {@return the files that were written, or would be, below the output folder} */
  public List<String> written() {
    return assets.stream().flatMap(asset -> asset.written().stream()).toList();
  }

  /** {@return whether another run with the same options has nothing to write} */
  public boolean isUpToDate() {
    return !manifestChanged && toCode == 0 && written().isEmpty();
  }

  /** {@return the bytes of all copies, without codings} */
  public long bytes() {
    return assets.stream().mapToLong(FingerprintedAsset::size).sum();
  }

  /** {@return the bytes that browsers save by each asset's smallest coding} */
  public long saved() {
    return assets.stream().mapToLong(FingerprintedAsset::saved).sum();
  }
}
