package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no file system can have, at the last that it can. */
final class DeadEndTest {
  private static boolean isDeadEnd(Path root, String name) throws IOException {
    return DeadEnd.isOn(root, LogicalPath.of(name).orElseThrow());
  }

  @Test
  void isOn_longName() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(disk.getPath("/site"));
      assertEquals(false, isDeadEnd(root, "a".repeat(255)));
      assertEquals(true, isDeadEnd(root, "a".repeat(256)));
      assertEquals(false, isDeadEnd(root, "a" + "\u00e9".repeat(127)));
      assertEquals(true, isDeadEnd(root, "\u00e9".repeat(128)));
    }
  }

  @ParameterizedTest
  @CsvSource({"40, false", "41, true"})
  void isOn_manyLinks(int links, boolean deadEnd) throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(disk.getPath("/site"));
      for (int i = 1; i <= links; i++) {
        Files.createSymbolicLink(root.resolve("" + i), disk.getPath("" + (i - 1)));
      }
      Files.writeString(root.resolve("0"), "two");
      assertEquals(deadEnd, isDeadEnd(root, "" + links));
    }
  }

  @Test
  void isOn_fileInPlaceOfAFolder() throws IOException {
    try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(disk.getPath("/site"));
      Files.writeString(root.resolve("a.js"), "two");
      assertEquals(false, isDeadEnd(root, "a.js"));
      assertEquals(true, isDeadEnd(root, "a.js/b.js"));
    }
  }
}
