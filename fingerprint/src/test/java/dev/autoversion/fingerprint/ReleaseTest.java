package dev.autoversion.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which references are found, and how they are written, is a matter of the release. */
class ReleaseTest {
  private static final String COPY = "static/a-1c42c7c9b425.css";

  @TempDir Path target;

  /** Even one whose stamp is right: here another release left the reference as it was. */
  @Test
  void run_ofAnotherRelease_makesCopiesOfReferrersAgain() throws Exception {
    Tree site = new Tree(target);
    site.write("static/a.css", "i { b: url(x.js) }").write("static/x.js", "two");
    run("1.0");
    assertEquals("i { b: url(x-3fc4ccfe7458.js) }", site.read(COPY));
    FileTime made = Files.getLastModifiedTime(target.resolve(COPY));
    site.write(COPY, "i { b: url(x.js)              }");
    Files.setLastModifiedTime(target.resolve(COPY), made);
    run("1.0");
    assertEquals("i { b: url(x.js)              }", site.read(COPY));
    run("1.1");
    assertEquals("i { b: url(x-3fc4ccfe7458.js) }", site.read(COPY));
  }

  private void run(String release) throws Exception {
    List<String> arguments =
        List.of(target.resolve("static").toString(), "--prefix", "/static", "--codings", "none");
    CommandProcess process = CommandProcess.startOf(jar(release), target, arguments);
    assertEquals(0, process.exitCode(), process.text());
  }

  /** Our classes as a release has them. */
  private Path jar(String release) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, release);
    Path jar = target.resolve(release + ".jar");
    Path classes = Path.of("target", "classes");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(name -> name.toString().endsWith(".class")).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
    return jar;
  }
}
