package dev.autoversion;

import java.util.Map;

/**
 * What an {@link Autoversion} answered to requests since it was built, {@code HEAD} counted as
 * {@code GET}. Requests that it left to the server are not counted.
 *
 * @param sent how many answers, by content coding and status: {@code br}, {@code zstd}, {@code
 *     gzip} and {@code identity}, each with every status that it can have, even if the count is
 *     zero
 * @param bytesHeld approximate number of bytes of answers in memory now
 */
public record ResponseStats(Map<String, Map<Integer, Long>> sent, long bytesHeld) {}
