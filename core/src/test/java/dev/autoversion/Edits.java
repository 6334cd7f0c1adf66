package dev.autoversion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

/** What programs do to a site's files while it is served. */
final class Edits {
  static final List<String> NAMES =
      List.of("a.js", "img/b.svg", "c.css", "css/d.css", "big.js", "e.png");

  private Edits() {}

  /** In place, renamed, cut off, with times and sizes kept; precompressed copies of other bytes. */
  static void of(Path site, Generator any) throws IOException {
    for (int i = any.below(4); i >= 0; i--) {
      Path file = site.resolve(any.pick(NAMES));
      Files.createDirectories(file.getParent());
      byte[] bytes = content(file, any);
      FileTime time = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
      switch (any.below(7)) {
        case 0, 1 -> Files.write(file, bytes);
        case 2 -> {
          // Several may write at once.
          Path other = Files.write(site.resolve("other" + Thread.currentThread().getId()), bytes);
          if (time != null) {
            Files.setLastModifiedTime(other, time);
          }
          Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        }
        case 3 -> {
          Files.write(file, bytes);
          Files.setLastModifiedTime(file, time == null ? FileTime.fromMillis(86_400_000) : time);
        }
        case 4 -> Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        case 5 -> Files.write(file, any.oneIn(2) ? new byte[0] : Arrays.copyOf(bytes, 20));
        default -> Files.deleteIfExists(file);
      }
      if (any.oneIn(4)) {
        Files.write(site.resolve(file.getFileName() + ".gz"), any.bytes(50));
      }
    }
  }

  /** Of one of few sizes, so that an edit often keeps it. */
  private static byte[] content(Path file, Generator any) {
    String state = "state " + any.below(5) + " ";
    String name = file.getFileName().toString();
    if (name.endsWith(".css")) {
      String up = file.getParent().endsWith("css") ? "../" : "";
      return (state.replace("state", "/*")
              + "*/@import '"
              + up
              + any.pick(List.of("c", "css/d"))
              + ".css';i{background:url("
              + up
              + any.pick(List.of("img/b.svg", "e.png", "no.png"))
              + "),url(../../out.png)}")
          .getBytes(StandardCharsets.UTF_8);
    }
    // Just more than what is read at once.
    int times = name.equals("big.js") ? 132_000 : 50;
    return state.repeat(times).getBytes(StandardCharsets.UTF_8);
  }
}
