package dev.autoversion.fingerprint;

import java.util.List;

/**
 * How a run goes.
 *
 * @param excluded patterns of what is left alone
 * @param codings the content codings that are wanted
 * @param level how hard they try, 1 to 11
 * @param threads how many work
 * @param dry whether nothing is written
 * @param progress who is told
 */
record Choices(
    List<String> excluded,
    List<ContentCoding> codings,
    int level,
    int threads,
    boolean dry,
    Progress progress) {}
