package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.spring.RunningApp.Got;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * The plain application as users run it: a fat jar, extracted in both ways, and under devtools.
 * Each is a JVM of its own, so .ci/run alone has them.
 */
@Tag("packaged")
class PackagedTest {
  private static final Path CLASSES = Path.of("target", "test-classes");
  private static final String APP = "/shop/js/app-750841c8e8e1.js";
  // What is there for tests only, or for the other kind of application.
  private static final Pattern TESTING =
      Pattern.compile(
          ".*(test|junit|opentest4j|archunit|mockito|assertj|byte-buddy|hamcrest|awaitility"
              + "|json-path|json-smart|jsonassert|xmlunit|security|loader|jarmode|surefire"
              + "|apiguardian|locator).*");
  private static final Pattern REACTIVE = Pattern.compile(".*(webflux|reactor|netty).*");
  private static final Pattern SERVLETS = Pattern.compile(".*(webmvc|tomcat|starter-web-).*");

  @TempDir static Path folder;

  private static Path jar;

  @BeforeAll
  static void pack() throws IOException {
    jar = pack("shop.jar", CLASSES, name -> !REACTIVE.matcher(name).matches());
  }

  private static Path pack(String name, Path classes, Predicate<String> wanted) throws IOException {
    Path plain = folder.resolve("plain-" + name);
    zip(classes, plain, PackagedTest::isOfTheApplication);
    Path packed = folder.resolve(name);
    Repackager repackager = new Repackager(plain.toFile());
    repackager.setMainClass("shop.Shop");
    repackager.setBackupSource(false);
    List<Path> libraries = libraries(wanted);
    repackager.repackage(
        packed.toFile(),
        callback -> {
          for (Path library : libraries) {
            callback.library(new Library(library.toFile(), LibraryScope.COMPILE));
          }
        });
    return packed;
  }

  private static boolean isOfTheApplication(String path) {
    return Stream.of(
            "shop/",
            "static/",
            "templates/thy",
            "templates/mis",
            "META-INF/resources/",
            "META-INF/autoversion/")
        .anyMatch(prefix -> path.startsWith(prefix) || prefix.startsWith(path));
  }

  /** Of our own modules, the build may have packed none yet. */
  private static List<Path> libraries(Predicate<String> wanted) throws IOException {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<Path> libraries = new ArrayList<>();
    for (String element : all.split(File.pathSeparator)) {
      Path path = Path.of(element);
      String name = path.getFileName().toString();
      if (name.equals("classes") && Files.isDirectory(path)) {
        String module = path.getParent().getParent().getFileName().toString();
        Path zipped = folder.resolve("autoversion-" + module + ".jar");
        if (Files.notExists(zipped)) {
          zip(path, zipped, entry -> true);
        }
        libraries.add(zipped);
      } else if (name.endsWith(".jar") && !TESTING.matcher(name).matches() && wanted.test(name)) {
        libraries.add(path);
      }
    }
    return libraries;
  }

  private static void zip(Path root, Path archive, Predicate<String> wanted) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        String name = root.relativize(file).toString().replace(File.separatorChar, '/');
        boolean isFolder = Files.isDirectory(file);
        if (!name.isEmpty() && wanted.test(isFolder ? name + "/" : name)) {
          zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
          if (!isFolder) {
            Files.copy(file, zip);
          }
          zip.closeEntry();
        }
      }
    }
  }

  private static String[] program(String... how) {
    List<String> arguments = new ArrayList<>(List.of(how));
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--server.servlet.context-path=/shop",
            "--spring.webflux.base-path=/shop",
            "--management.endpoints.web.exposure.include=autoversion"));
    return arguments.toArray(String[]::new);
  }

  /** Promises 1 and 2, with nothing but the dependency. */
  private static void assertServes(ForkedApp app, String recheck) throws Exception {
    RunningApp http = app.http();
    assertTrue(http.get("/shop/page/thymeleaf").body().contains(APP), app.log());
    Got got = http.get(APP, "Accept-Encoding", "gzip");
    assertEquals(200, got.status());
    assertEquals("gzip", got.header("Content-Encoding"));
    assertEquals("public, max-age=31536000, immutable", got.header("Cache-Control"));
    String json = http.get("/shop/actuator/autoversion").body();
    assertTrue(json.contains("\"recheck\":\"" + recheck + "\""), json);
    List<String> told = app.log().lines().filter(l -> l.contains("autoversion: ")).toList();
    assertEquals(1, told.size());
    assertTrue(
        told.get(0)
            .endsWith(
                "autoversion: 7 assets (2 kB) at /, /webjars/; hash in the file name; ask"
                    + " /shop/actuator/autoversion?reference=/css/app.css"),
        told::toString);
    assertEquals(List.of(), app.log().lines().filter(l -> l.contains(" WARN ")).toList());
  }

  @Test
  void fatJar_packed() throws Exception {
    try (ForkedApp app = ForkedApp.start(folder, program("-jar", jar.toString()))) {
      assertServes(app, "recheckNever()");
      String json = app.http().get("/shop/actuator/autoversion").body();
      assertTrue(json.contains("\"loads\":7"), json);
    }
  }

  @Test
  void fatJar_webFlux() throws Exception {
    Path flux = pack("flux.jar", CLASSES, name -> !SERVLETS.matcher(name).matches());
    try (ForkedApp app = ForkedApp.start(folder, program("-jar", flux.toString()))) {
      assertTrue(app.log().contains("Netty started"), app.log());
      assertServes(app, "recheckNever()");
    }
  }

  /** No asset is read for a link, and none is compressed; the version is none that we compute. */
  @Test
  void fatJar_builtAhead() throws Exception {
    Path classes = folder.resolve("built");
    copy(CLASSES, classes);
    Path source = classes.resolve("static/js/app.js");
    Copied.in(classes).asset("js/app.js", source, "0123456789ab").write("/");
    byte[] zipped = Files.readAllBytes(classes.resolve("static/js/app-0123456789ab.js.gz"));
    Path built = pack("built.jar", classes, name -> !REACTIVE.matcher(name).matches());
    try (ForkedApp app =
        ForkedApp.start(folder, program("-jar", built.toString(), "--autoversion.warm-up=false"))) {
      RunningApp http = app.http();
      String page = http.get("/shop/page/thymeleaf").body();
      assertTrue(page.contains("/shop/js/app-0123456789ab.js"), page);
      assertTrue(
          app.log()
              .contains("autoversion: 7 assets (2 kB) at /, /webjars/; built ahead at /; hash"),
          app.log());
      Got got = http.get("/shop/js/app-0123456789ab.js", "Accept-Encoding", "gzip");
      assertEquals("public, max-age=31536000, immutable", got.header("Cache-Control"));
      assertArrayEquals(zipped, got.response().body());
      assertEquals(404, http.get("/shop/META-INF/autoversion/manifest.json").status());
    }
  }

  @Test
  void extracted_plainJar() throws Exception {
    ForkedApp.run(
        folder, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", "extracted");
    String plain = folder.resolve("extracted").resolve("shop.jar").toString();
    try (ForkedApp app = ForkedApp.start(folder, program("-jar", plain))) {
      assertServes(app, "recheckNever()");
    }
  }

  /** Promise 4: what lies in a folder may be edited. */
  @Test
  void exploded_editSeenWithinASecond() throws Exception {
    ForkedApp.run(
        folder,
        "-Djarmode=tools",
        "-jar",
        jar.toString(),
        "extract",
        "--launcher",
        "--destination",
        "exploded");
    Path root = folder.resolve("exploded");
    try (ForkedApp app =
        ForkedApp.start(
            folder,
            program(
                "-cp", root.toString(), "org.springframework.boot.loader.launch.JarLauncher"))) {
      assertServes(app, "recheckAfter(PT1S)");
      Files.writeString(root.resolve("BOOT-INF/classes/static/js/app.js"), "two");
      assertSeen(app.http(), "/shop/js/app-3fc4ccfe7458.js", 10);
    }
  }

  @Test
  void devtools_editSeenAtTheNextReload() throws Exception {
    Path classes = folder.resolve("classes");
    try (ForkedApp app = developed(classes)) {
      assertServes(app, "recheckAfter(PT0S)");
      Files.writeString(classes.resolve("static/js/app.js"), "two"); // printf two | sha256sum
      assertSeen(app.http(), "/shop/js/app-3fc4ccfe7458.js", 1);
      touch(classes.resolve("shop/Pages.class"));
      app.await("restart", log -> log.split("autoversion: ", -1).length == 3);
      assertSeen(app.http(), "/shop/js/app-3fc4ccfe7458.js", 1);
      assertEquals(200, app.http().get("/shop/js/app-3fc4ccfe7458.js").status());
    }
  }

  /** The plugin writes a manifest after each edit of a stylesheet, and the page has to reload. */
  @Test
  void devtools_manifestWritten_noRestart() throws Exception {
    Path classes = folder.resolve("reloaded");
    try (ForkedApp app =
        developed(
            classes,
            "--spring.devtools.livereload.enabled=true",
            "--spring.devtools.livereload.port=0",
            "--spring.devtools.restart.additional-exclude=shop/Pages.class")) {
      Pattern port = Pattern.compile("LiveReload server is running on port (\\d+)");
      app.await("LiveReload", log -> port.matcher(log).find());
      CompletableFuture<String> reload = new CompletableFuture<>();
      Matcher server = port.matcher(app.log());
      assertTrue(server.find());
      WebSocket browser = listen(server.group(1), reload);
      Files.createDirectories(classes.resolve("META-INF/autoversion"));
      Files.writeString(classes.resolve("META-INF/autoversion/manifest.json"), "{}");
      touch(classes.resolve("shop/Pages.class"));
      reload.get(1, TimeUnit.MINUTES);
      browser.abort();
      assertEquals(2, app.log().split("started on port", -1).length, app.log());
    }
  }

  private static ForkedApp developed(Path classes, String... more) throws Exception {
    copy(CLASSES, classes);
    List<Path> path = new ArrayList<>(List.of(classes));
    path.addAll(libraries(name -> !REACTIVE.matcher(name).matches()));
    path.add(Path.of(System.getProperty("beside", "target/beside"), "devtools.jar"));
    List<String> arguments =
        new ArrayList<>(List.of(program("-cp", ForkedApp.path(path), "shop.Shop")));
    arguments.addAll(List.of(more));
    return ForkedApp.start(folder, arguments.toArray(String[]::new));
  }

  /** A browser with LiveReload: done when it is told to load its page again. */
  private static WebSocket listen(String port, CompletableFuture<String> reload) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + port + "/livereload"),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onText(
                  WebSocket socket, CharSequence text, boolean last) {
                if (text.toString().contains("reload\",\"path")) {
                  reload.complete(text.toString());
                }
                socket.request(1);
                return null;
              }
            })
        .join();
  }

  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private static void assertSeen(RunningApp http, String url, int tries) throws Exception {
    String page = "";
    for (int i = 0; i < tries && !page.contains(url); i++) {
      if (i > 0) {
        TimeUnit.MILLISECONDS.sleep(500);
      }
      page = http.get("/shop/page/thymeleaf").body();
    }
    assertTrue(page.contains(url), page);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        String name = from.relativize(file).toString().replace(File.separatorChar, '/');
        if (isOfTheApplication(name) && Files.isRegularFile(file)) {
          Path target = to.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
