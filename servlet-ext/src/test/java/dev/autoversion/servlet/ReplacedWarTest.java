package dev.autoversion.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deploy puts a new archive in the place of one that Tomcat closes and opens again. */
class ReplacedWarTest {
  // head -c 2000000 /dev/zero | tr '\0' 0 | sha256sum
  private static final String OLD = "/static/large-74967d022dc2.bin";
  private static final String NEW = "/static/large-8fb82147b2b4.bin";
  private static final int LARGE = 2_000_000; // Not held in memory.

  @TempDir Path temporary;

  @Test
  void war_newVersion() throws Exception {
    Path war = temporary.resolve("app.war");
    replaced(war, war, "static/large.bin");
  }

  @Test
  void library_newVersion() throws Exception {
    Path app = temporary.resolve("app");
    Path library = Files.createDirectories(app.resolve("WEB-INF/lib")).resolve("lib.jar");
    Files.writeString(app.resolve("WEB-INF/web.xml"), descriptor());
    replaced(app, library, "META-INF/resources/static/large.bin");
  }

  private void replaced(Path root, Path archive, String name) throws Exception {
    deploy(archive, name, "0");
    try (WebApplication application = WebApplication.start(root, temporary)) {
      assertEquals("206 0 ", sent(application, OLD));
      deploy(archive, name, "1");
      assertEquals("200 0 ", sent(application, OLD));
      application.context().getResources().gc(); // As Tomcat does every ten seconds.
      assertEquals("302  large.bin", sent(application, OLD));
      assertEquals(NEW, autoversion(application).url("/static/large.bin"));
      assertEquals("200 1 ", sent(application, NEW));
    }
  }

  private void deploy(Path archive, String name, String digit) throws IOException {
    Path next = temporary.resolve("next");
    try (OutputStream out = Files.newOutputStream(next);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "WEB-INF/web.xml", descriptor());
      put(zip, name, digit.repeat(LARGE));
    }
    Files.move(next, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String descriptor() {
    return WebApplication.descriptor(
        "autoversion.mount./static", "/static", "autoversion.recheck-after", "0s");
  }

  private static Autoversion autoversion(WebApplication application) {
    return (Autoversion)
        application.servletContext().getAttribute(AutoversionInitializer.ATTRIBUTE);
  }

  private static String sent(WebApplication application, String url) throws IOException {
    Answer answer = application.get(url, "Range: bytes=1999999-");
    String text = answer.text();
    return answer.status()
        + " "
        + text.substring(Math.max(text.length() - 1, 0))
        + " "
        + answer.header("Location");
  }
}
