package dev.autoversion.servlet;

import dev.autoversion.Stamp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects archives that were replaced while their web application runs. Tomcat closes an archive
 * that nobody has read for a while and reopens it by name, so its bytes may then come from either.
 */
final class PackedArchives {
  private static final String FILE = "file:";

  private final Map<String, Optional<Stamp>> first = new ConcurrentHashMap<>();

  /** Whether the file that an address begins with is a different one than at the first look. */
  boolean isReplaced(String address) {
    int start = address.indexOf(FILE);
    int end = address.indexOf("!/", start);
    int war = address.indexOf("*/", start); // Tomcat's separator after a WAR.
    if (start < 0 || end < 0 && war < 0) {
      return false;
    }
    String file = address.substring(start, war < 0 || end >= 0 && end < war ? end : war);
    Optional<Stamp> now = look(file);
    Optional<Stamp> known = first.putIfAbsent(file, now);
    return known != null && !known.equals(now);
  }

  private static Optional<Stamp> look(String file) {
    try {
      return Optional.of(Stamp.ofFile(Path.of(URI.create(file)).toRealPath()));
    } catch (IOException | IllegalArgumentException e) { // The latter for an odd address.
      return Optional.empty();
    }
  }
}
