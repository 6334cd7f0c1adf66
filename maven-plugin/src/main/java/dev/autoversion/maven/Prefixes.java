package dev.autoversion.maven;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which folder has which prefix: the manifest has one part for each prefix, so a second folder
 * would overwrite it.
 */
final class Prefixes {
  private final Map<String, AssetFolder> taken = new HashMap<>();

  /** Why a folder can't have its prefix; empty if the prefix was free and is now this folder's. */
  Optional<String> refusal(AssetFolder folder) {
    AssetFolder first = taken.putIfAbsent(plain(folder.prefix()), folder);
    return first == null
        ? Optional.empty()
        : Optional.of(
            folder
                + " is not published, since "
                + first
                + " has the same prefix; configure <folders>, each with a <prefix> of its own");
  }

  /** Without a slash at its end, and decoded: {@code /a%20b/} is the same as {@code /a b}. */
  private static String plain(String prefix) {
    String plain =
        prefix.length() > 1 && prefix.endsWith("/")
            ? prefix.substring(0, prefix.length() - 1)
            : prefix;
    try {
      return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) { // Its run will refuse it.
      return plain;
    }
  }
}
