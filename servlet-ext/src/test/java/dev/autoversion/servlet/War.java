package dev.autoversion.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The same files in an archive and in a folder. */
final class War {
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("static/app.js", "two"); // printf two | sha256sum: 3fc4ccfe7458
    FILES.put("static/a b.js", "two");
    FILES.put("static/\u00e9.js", "two");
    FILES.put("static/100%25.js", "two");
    FILES.put("static/css/site.css", "a{background:url(../img/x.png)}");
    FILES.put("static/img/x.png", "two");
    FILES.put("static/.env", "secret");
    FILES.put("static/cart.jsp", "secret");
    FILES.put("page.html", "page");
    FILES.put("WEB-INF/web.js", "secret");
    FILES.put("META-INF/meta.js", "secret");
  }

  private War() {}

  static Path packed(Path archive) throws IOException {
    return packed(archive, Map.of());
  }

  /** With more files. */
  static Path packed(Path archive, Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FILES.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    files.putAll(more);
    TreeSet<String> folders = new TreeSet<>();
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        String name = file.getKey();
        for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
          if (folders.add(name.substring(0, at + 1))) {
            zip.putNextEntry(new ZipEntry(name.substring(0, at + 1)));
          }
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(file.getValue());
      }
    }
    return archive;
  }

  static Path exploded(Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      AssetFiles.put(folder, file.getKey(), file.getValue());
    }
    return folder;
  }

  /** With more files, which are no older than those that are always there. */
  static Path exploded(Path folder, Map<String, byte[]> more) throws IOException {
    exploded(folder);
    for (Map.Entry<String, byte[]> file : more.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }
}
