package dev.autoversion.fingerprint;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run did, or would do without the dry run.
 *
 * @param dryRun whether nothing was written
 * @param manifest the manifest's file
 * @param manifestChanged whether the manifest was written, or would be
 * @param assets all assets, by their paths
 * @param toCode how many content codings a dry run has left untried; zero after a real run
 * @param missing references that lead to no asset, with file and line
 * @param notes other things that a user should know, such as a coding that can't be made here
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

  /**
   * {@return whether everything was there already, so that this run had nothing to write} A run
   * that has written something is not up to date; the next one is.
   */
  public boolean isUpToDate() {
    return !manifestChanged && toCode == 0 && written().isEmpty();
  }

  /** {@return the total size of all copies, without codings} */
  public long bytes() {
    return assets.stream().mapToLong(FingerprintedAsset::size).sum();
  }

  /** {@return the bytes that browsers save by each asset's smallest coding} */
  public long saved() {
    return assets.stream().mapToLong(FingerprintedAsset::saved).sum();
  }
}
