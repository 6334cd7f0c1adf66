package dev.autoversion;

import java.util.Map;

/**
 * What an {@link Autoversion} answered to requests since it was built, {@code HEAD} counted as
 * {@code GET}. What it left to the server is not among it.
 *
 * @param sent how many answers, by content coding and status: {@code br}, {@code zstd}, {@code
 *     gzip} and {@code identity}, each with every status that it can have, be it zero
 * @param bytesHeld about how many bytes of answers are in memory now
 */
public record ResponseStats(Map<String, Map<Integer, Long>> sent, long bytesHeld) {}
