package dev.autoversion.fingerprint;

import java.nio.file.Path;
import java.util.List;

/**
 * What was cleaned, or would be by a dry run.
 *
 * @param dryRun whether nothing was deleted
 * @param deleted the copies and codings that are gone, below the output folder
 * @param bytes how many bytes they had
 * @param manifests the earlier manifests that are gone, or no longer name this prefix
 */
public record CleaningReport(
    boolean dryRun, List<String> deleted, long bytes, List<Path> manifests) {}
