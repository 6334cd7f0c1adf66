package dev.autoversion.fingerprint;

import java.util.List;

/**
 * The options of a run.
 *
 * @param excluded patterns of what is left alone
 * @param codings the content codings to make
 * @param level the compression level, 1 to 11
 * @param threads the number of threads
 * @param dry whether nothing is written
 * @param progress who is notified
 */
record Choices(
    List<String> excluded,
    List<ContentCoding> codings,
    int level,
    int threads,
    boolean dry,
    Progress progress) {}
