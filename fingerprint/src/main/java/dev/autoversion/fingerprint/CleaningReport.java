package dev.autoversion.fingerprint;

import java.nio.file.Path;
import java.util.List;

/**
 * What was deleted, or would be without the dry run.
 *
 * @param dryRun whether nothing was deleted
 * @param deleted the deleted copies and codings, below the output folder
 * @param bytes their total size
 * @param manifests the earlier manifests that were deleted, or no longer name this prefix
 */
public record CleaningReport(
    boolean dryRun, List<String> deleted, long bytes, List<Path> manifests) {}
