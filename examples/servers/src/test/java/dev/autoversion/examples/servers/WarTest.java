package dev.autoversion.examples.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.autoversion.Autoversion;
import dev.autoversion.fingerprint.Fingerprint;
import dev.autoversion.fingerprint.FingerprintReport;
import dev.autoversion.manifest.Manifests;
import dev.autoversion.servlet.AutoversionFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The WAR of {@code src/main/webapp} in Tomcat: JSP, context parameters, and no class at all. */
class WarTest {
  // sha256sum of the files; the stylesheet's covers the image that it refers to.
  private static final String STYLESHEET = "/shop/static/css/app-741d40632968.css";
  private static final String SCRIPT = "/shop/static/js/app-6a50d88771e0.js";
  private static final Path WEBAPP = Path.of("src/main/webapp");
  // Held, as the logging library forgets the level of a logger that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("org.apache");

  @TempDir Path folder;
  private final Tomcat tomcat = new Tomcat();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void war_pageAndItsAssets(boolean unpacked) throws Exception {
    start(unpacked, WEBAPP, List.of());
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

  /** The build's copies are sent, of a folder or of the whole application. */
  @ParameterizedTest
  @CsvSource({"true, /", "false, /static"})
  void war_builtAhead(boolean unpacked, String mount) throws Exception {
    Path web = folder.resolve("web");
    copy(WEBAPP, web);
    replace(web.resolve("WEB-INF/web.xml"), "/static<", mount + "<");
    Path styles = web.resolve("static/css/app.css");
    Files.writeString(styles, Files.readString(styles) + "b { color: red }\n".repeat(100));
    Path root = web.resolve("." + mount).normalize();
    FingerprintReport built =
        Fingerprint.of(root)
            .prefix(mount)
            .manifest(web.resolve("WEB-INF/classes/META-INF/autoversion/manifest.json"))
            .run();
    Path copy =
        built.assets().stream()
            .filter(asset -> asset.path().endsWith("css/app.css"))
            .map(asset -> root.resolve(asset.file()))
            .findFirst()
            .orElseThrow();
    String url = "/shop/" + web.relativize(copy);
    start(unpacked, web, List.of(Manifests.class, JsonFactory.class));
    String told = context().getServletContext().getAttribute("autoversion").toString();
    String mounted = mount.equals("/") ? mount : mount + "/";
    String manifest = "[" + mounted + " manifest classpath:META-INF/autoversion/manifest.json";
    assertTrue(told.contains(manifest), told);
    String page = get("/shop/").body();
    assertTrue(page.contains("href=\"" + url + "\""), page);
    assertTrue(page.contains("src=\"" + SCRIPT + "\""), page);
    HttpResponse<byte[]> sent = get(url, "br", BodyHandlers.ofByteArray());
    assertEquals("br", sent.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals("public, max-age=31536000, immutable", cacheControl(sent));
    assertArrayEquals(
        Files.readAllBytes(copy.resolveSibling(copy.getFileName() + ".br")), sent.body());
    assertEquals(404, get("/shop/WEB-INF/classes/META-INF/autoversion/manifest.json").statusCode());
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  private Context context() {
    return (Context) tomcat.getHost().findChild("/shop");
  }

  private void start(boolean unpacked, Path web, List<Class<?>> more) throws Exception {
    LOGGER.setLevel(Level.OFF);
    Path base = Files.createDirectory(folder.resolve("tomcat"));
    Files.createDirectory(base.resolve("webapps"));
    tomcat.setBaseDir(base.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context =
        tomcat.addWebapp("/shop", war(folder.resolve("shop.war"), web, more).toString());
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
  private static Path war(Path archive, Path web, List<Class<?>> more)
      throws IOException, URISyntaxException {
    List<Class<?>> libraries = new ArrayList<>(more);
    libraries.add(Autoversion.class);
    libraries.add(AutoversionFilter.class);
    libraries.add(com.github.benmanes.caffeine.cache.Cache.class);
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, web);
      for (Class<?> type : libraries) {
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
        ZipEntry entry = new ZipEntry(root.relativize(file).toString().replace('\\', '/'));
        // As archivers do: by it an asset is told that was edited after the build.
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, "identity", BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> get(String path, String codings, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept-Encoding", codings).build();
    return HttpClient.newHttpClient().send(request, handler);
  }

  private static String cacheControl(HttpResponse<?> response) {
    return response.headers().firstValue("Cache-Control").orElse("");
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }
}
