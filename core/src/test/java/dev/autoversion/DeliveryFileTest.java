package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryFileTest {
  @TempDir Path root;

  @Test
  void path_isDecodedAndWithoutVersion() throws IOException {
    Files.createDirectory(root.resolve("js"));
    Files.writeString(root.resolve("js/a b.js"), "two");
    Autoversion autoversion =
        Autoversion.builder().directory("/s", root).placement(Placement.fileName()).build();

    // printf two | sha256sum
    Delivery delivery = autoversion.delivery("/s/js/a%20b-3fc4ccfe7458.js;x=1?y").orElseThrow();

    assertEquals("/s/js/a b.js", delivery.path());
    assertEquals("/s/js/a%20b.js;x=1?y", delivery.url());
  }

  @Test
  void sizeAndLastModified_areThoseOfTheFile() throws IOException {
    Path file = Files.writeString(root.resolve("a.js"), "two");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-02T03:04:05Z")));
    Autoversion autoversion = Autoversion.builder().directory("/s", root).build();

    Delivery delivery = autoversion.delivery("/s/a.js?v=3fc4ccfe7458").orElseThrow();

    assertEquals(OptionalLong.of(3), delivery.size());
    assertEquals(Optional.of(Instant.parse("2024-01-02T03:04:05Z")), delivery.lastModified());
  }

  @Test
  void sizeAndLastModified_inAnArchive_areNotKnown() throws IOException {
    Path jar = root.resolve("a.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("web/a.js"));
      out.write("two".getBytes(StandardCharsets.US_ASCII));
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Autoversion autoversion = Autoversion.builder().classpath("/s", "web", loader).build();

      Delivery delivery = autoversion.delivery("/s/a.js?v=3fc4ccfe7458").orElseThrow();

      assertEquals(OptionalLong.empty(), delivery.size());
      assertEquals(Optional.empty(), delivery.lastModified());
    }
  }

  @Test
  void isUnmoved_throughLinks() throws IOException {
    Path folder = Files.createDirectories(root.resolve("s/1"));
    Files.writeString(folder.resolve("two.js"), "two");
    Files.createSymbolicLink(root.resolve("s/current"), Path.of("1"));
    Files.createSymbolicLink(root.resolve("s/a.js"), Path.of("1/two.js"));
    Autoversion autoversion =
        ManualTime.later().builder().directory("/s", root.resolve("s")).build();

    assertTrue(autoversion.delivery("/s/a.js?v=3fc4ccfe7458").orElseThrow().isUnmoved());
    Delivery delivery = autoversion.delivery("/s/current/two.js?v=3fc4ccfe7458").orElseThrow();
    assertTrue(delivery.isUnmoved());
    Files.createDirectory(root.resolve("s/2"));
    Files.writeString(root.resolve("s/2/two.js"), "two");
    Files.delete(root.resolve("s/current"));
    Files.createSymbolicLink(root.resolve("s/current"), Path.of("2"));
    assertFalse(delivery.isUnmoved());
  }

  @Test
  void isUnmoved_anotherFileComesFirst() throws IOException {
    Path first = Files.createDirectory(root.resolve("first"));
    Path second = Files.createDirectory(root.resolve("second"));
    Files.writeString(second.resolve("a.js"), "two");
    Autoversion autoversion =
        ManualTime.later().builder().directory("/s", first).directory("/s", second).build();

    Delivery delivery = autoversion.delivery("/s/a.js?v=3fc4ccfe7458").orElseThrow();
    assertTrue(delivery.isUnmoved());
    Files.writeString(first.resolve("a.js"), "one");
    assertFalse(delivery.isUnmoved());
  }

  @Test
  void isNewerThanCopy_comparesTimes() throws IOException {
    Path file = Files.writeString(root.resolve("a.js"), "two");
    Path copy = Files.writeString(root.resolve("a.js.gz"), "packed");
    FileTime time = FileTime.from(Instant.parse("2024-01-02T03:04:05Z"));
    Files.setLastModifiedTime(file, time);
    Files.setLastModifiedTime(copy, time);
    Autoversion autoversion = Autoversion.builder().directory("/s", root).build();
    Delivery delivery = autoversion.delivery("/s/a.js?v=3fc4ccfe7458").orElseThrow();

    assertFalse(delivery.isNewerThanCopy(".gz"));
    assertFalse(delivery.isNewerThanCopy(".br"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-02T03:04:06Z")));
    assertTrue(delivery.isNewerThanCopy(".gz"));
    assertFalse(delivery.isNewerThanCopy(".br"));
  }
}
