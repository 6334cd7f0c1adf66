package dev.autoversion.servlet;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The jars in {@code WEB-INF/lib} of a WAR that stays packed. Tomcat reads such a jar from its
 * start for each entry, so a warm-up of 300 assets would read it 150 times over. Here it is read
 * once, and its small files are kept while there is memory to spare.
 */
final class PackedLibraries {
  private static final Pattern ADDRESS =
      Pattern.compile("jar:war:[^!]*(/WEB-INF/lib/[^/!%]+)!/(META-INF/resources/[^%]+)");
  private static final int LARGEST = 1 << 20;
  private static final int MOST = 1 << 23;

  private final ServletContext context;
  private final Map<String, SoftReference<Map<String, byte[]>>> all = new ConcurrentHashMap<>();

  PackedLibraries(ServletContext context) {
    this.context = context;
  }

  /** The bytes at an address; empty if they are not in such a jar, or are not kept. */
  Optional<InputStream> open(String address) throws IOException {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte @Nullable [] bytes = entries(parts.group(1)).get(parts.group(2));
    return Optional.ofNullable(bytes).map(ByteArrayInputStream::new);
  }

  /** Threads that arrive at the same time each read it for themselves. */
  private Map<String, byte[]> entries(String library) throws IOException {
    SoftReference<Map<String, byte[]>> held = all.get(library);
    Map<String, byte[]> known = held == null ? null : held.get();
    if (known == null) {
      known = read(library);
      all.put(library, new SoftReference<>(known));
    }
    return known;
  }

  private Map<String, byte[]> read(String library) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    @Nullable InputStream opened = context.getResourceAsStream(library);
    if (opened == null) {
      return entries;
    }
    try (ZipInputStream jar = new ZipInputStream(opened)) {
      int left = MOST;
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        byte[] bytes = jar.readNBytes(LARGEST + 1);
        boolean kept = !entry.isDirectory() && bytes.length <= Math.min(LARGEST, left);
        if (kept && entry.getName().startsWith("META-INF/resources/")) {
          entries.put(entry.getName(), bytes);
          left -= bytes.length;
        }
      }
    }
    return entries;
  }
}
