package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.servlet.AutoversionFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The WAR of {@code src/main/webapp} in Tomcat: JSP, context parameters, and no class at all. */
class WarTest {
  // sha256sum of the files; the stylesheet's covers the image that it refers to.
  private static final String STYLESHEET = "/shop/static/css/app-741d40632968.css";
  private static final String SCRIPT = "/shop/static/js/app-6a50d88771e0.js";
  // Held, as the logging library forgets the level of a logger that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("org.apache");

  @TempDir Path folder;
  private final Tomcat tomcat = new Tomcat();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void war_pageAndItsAssets(boolean unpacked) throws Exception {
    start(unpacked);
    HttpResponse<String> page = get("/shop/");
    assertEquals(
        """
        <!doctype html>
        <title>Versioned assets</title>
        <link rel="stylesheet" href="%s">
        <script type="module" src="%s"></script>
        """
            .formatted(STYLESHEET, SCRIPT),
        page.body().stripLeading());
    HttpResponse<String> script = get(SCRIPT);
    assertEquals("document.body.append(\"versioned\");\n", script.body());
    assertEquals("public, max-age=31536000, immutable", cacheControl(script));
    HttpResponse<String> stylesheet = get(STYLESHEET);
    assertTrue(stylesheet.body().contains("url(../img/sun-5f796d50a3a9.svg)"), stylesheet.body());
    assertEquals("public, max-age=31536000, immutable", cacheControl(stylesheet));
    HttpResponse<String> stale = get("/shop/static/js/app-000000000000.js");
    assertEquals("302 app.js", stale.statusCode() + " " + location(stale));
    assertEquals("no-store", cacheControl(stale));
    assertEquals(200, get("/shop/static/js/app.js").statusCode());
    assertEquals("no-store", cacheControl(get("/shop/static/js/gone.js")));
    assertEquals(404, get("/shop/WEB-INF/web.xml").statusCode());
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  private void start(boolean unpacked) throws Exception {
    LOGGER.setLevel(Level.OFF);
    Path base = Files.createDirectory(folder.resolve("tomcat"));
    Files.createDirectory(base.resolve("webapps"));
    tomcat.setBaseDir(base.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addWebapp("/shop", war(folder.resolve("shop.war")).toString());
    context.setParentClassLoader(WarTest.class.getClassLoader());
    // Those of the other servers are on the class path here, and none of them is Tomcat's.
    context.setContainerSciFilter("org\\.eclipse\\.jetty\\..*");
    ((StandardContext) context).setUnpackWAR(unpacked);
    // Those of the tests hold no JSP library, and there are more than a hundred.
    ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
    tomcat.start();
    assertEquals(LifecycleState.STARTED, context.getState());
  }

  /** As a build packs it. */
  private static Path war(Path archive) throws IOException, URISyntaxException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, Path.of("src/main/webapp"));
      for (Class<?> type :
          List.of(
              Autoversion.class,
              AutoversionFilter.class,
              com.github.benmanes.caffeine.cache.Cache.class)) {
        Path library = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        zip.putNextEntry(new ZipEntry("WEB-INF/lib/" + type.getSimpleName() + ".jar"));
        zip.write(Files.isDirectory(library) ? jar(library) : Files.readAllBytes(library));
        zip.closeEntry();
      }
    }
    return archive;
  }

  /** Of a module that the build has not packed yet. */
  private static byte[] jar(Path classes) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      add(zip, classes);
    }
    return jar.toByteArray();
  }

  private static void add(ZipOutputStream zip, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static String cacheControl(HttpResponse<?> response) {
    return response.headers().firstValue("Cache-Control").orElse("");
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }
}
