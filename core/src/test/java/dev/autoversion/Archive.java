package dev.autoversion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar in the making. */
final class Archive {
  private static final Instant ANY_TIME = Instant.parse("2020-01-01T00:00:00Z");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, Instant> times = new LinkedHashMap<>();
  private boolean directories = true;

  Archive file(String name, String text) {
    return file(name, text, ANY_TIME);
  }

  Archive file(String name, String text, Instant time) {
    return file(name, text.getBytes(StandardCharsets.UTF_8), time);
  }

  Archive file(String name, Path file) throws IOException {
    return file(name, Files.readAllBytes(file), ANY_TIME);
  }

  private Archive file(String name, byte[] bytes, Instant time) {
    files.put(name, bytes);
    times.put(name, time);
    return this;
  }

  /** Leaves out the entries for folders, as some tools do. */
  Archive withoutDirectories() {
    directories = false;
    return this;
  }

  /** Writes it uncompressed, as a jar inside a jar has to be. */
  Path write(Path target) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(target);
        ZipOutputStream jar = new ZipOutputStream(bytes)) {
      for (String folder : directories ? folders() : Set.<String>of()) {
        put(jar, folder, new byte[0], ANY_TIME);
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(jar, file.getKey(), file.getValue(), times.getOrDefault(file.getKey(), ANY_TIME));
      }
    }
    return target;
  }

  /** Writes the same files into a folder. */
  Path explode(Path target) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return target;
  }

  private Set<String> folders() {
    Set<String> folders = new LinkedHashSet<>();
    for (String name : files.keySet()) {
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        folders.add(name.substring(0, slash + 1));
      }
    }
    return folders;
  }

  private static void put(ZipOutputStream jar, String name, byte[] bytes, Instant time)
      throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    entry.setLastModifiedTime(FileTime.from(time));
    jar.putNextEntry(entry);
    jar.write(bytes);
    jar.closeEntry();
  }
}
