package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.loader.launch.LaunchedClassLoader;
import org.springframework.boot.loader.net.protocol.Handlers;
import org.springframework.boot.loader.net.protocol.jar.JarUrl;

/** Resources in folders and jars: the same answers from both. */
final class ClasspathSourceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path site;
  private final ManualTime time = ManualTime.later();
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  /** The ways in which resources lie on a class path. */
  enum Kind {
    FOLDER {
      @Override
      URL build(Archive content, Path at) throws IOException {
        return content.explode(Files.createDirectory(at.resolve("classes"))).toUri().toURL();
      }
    },
    JAR {
      @Override
      URL build(Archive content, Path at) throws IOException {
        return content.write(at.resolve("app.jar")).toUri().toURL();
      }
    },
    JAR_WITHOUT_DIRECTORIES {
      @Override
      URL build(Archive content, Path at) throws IOException {
        return content.withoutDirectories().write(at.resolve("bare.jar")).toUri().toURL();
      }
    };

    abstract URL build(Archive content, Path at) throws IOException;

    URLClassLoader loader(Archive content, Path at) throws IOException {
      return new URLClassLoader(new URL[] {build(content, at)}, null);
    }
  }

  private static Archive content() {
    return new Archive()
        .file("application.properties", "secret")
        .file("static/js/app.js", "two")
        .file("static/css/a b#c%.css", "one")
        .file("static/empty.css", "")
        .file("static/LICENSE", "one")
        .file("static/Secret.class", "secret")
        .file("static/WEB-INF/web.xml", "secret")
        .file("static/.env", "secret")
        .file("static_secret/a.js", "secret")
        .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
        .file("META-INF/resources/webjars/lib/1.0/lib.js", "three")
        .file("META-INF/maven/pom.xml", "secret");
  }

  private static String url(ClassLoader loader, String reference) {
    return Autoversion.builder().classpath("/c", "static", loader).build().url(reference);
  }

  @ParameterizedTest
  @EnumSource
  void find_resource(Kind kind) throws IOException {
    try (URLClassLoader loader = kind.loader(content(), site)) {
      assertEquals("/c/js/app.js?v=3fc4ccfe7458", url(loader, "/c/js/app.js"));
      assertEquals("/c/LICENSE?v=7692c3ad3540", url(loader, "/c/LICENSE"));
      assertEquals("/c/empty.css?v=e3b0c44298fc", url(loader, "/c/empty.css"));
      assertEquals(
          "/c/css/a%20b%23c%25.css?v=7692c3ad3540", url(loader, "/c/css/a%20b%23c%25.css"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void find_resourceOutsideAscii(Kind kind) throws IOException {
    Archive content = new Archive().file("static/h\u00e9llo \u65e5.js", "two");
    try (URLClassLoader loader = kind.loader(content, site)) {
      assertEquals(
          "/c/h\u00e9llo%20\u65e5.js?v=3fc4ccfe7458", url(loader, "/c/h\u00e9llo%20\u65e5.js"));
      assertEquals(
          "/c/h%C3%A9llo%20%e6%97%a5.js?v=3fc4ccfe7458",
          url(loader, "/c/h%C3%A9llo%20%e6%97%a5.js"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void find_nothing(Kind kind) throws IOException {
    try (URLClassLoader loader = kind.loader(content(), site)) {
      for (String reference :
          List.of(
              "/c/no.js",
              "/c/js/no.js",
              "/c/js/app.js/no.js",
              "/c/js/app.js/",
              "/c/js",
              "/c/js/",
              "/c/",
              "/c/JS/app.js",
              "/c/js/App.js",
              "/c/../application.properties",
              "/c/js/../../application.properties",
              "/c/%2e%2e/application.properties",
              "/c/..%2fapplication.properties",
              "/c/%252e%252e/application.properties",
              "/c/..\\application.properties",
              "/c/..%5capplication.properties",
              "/c/..;/application.properties",
              "/c/../static/js/app.js",
              "/c/js/./app.js",
              "/c//js/app.js",
              "/c/js//app.js",
              "/c/js%2fapp.js",
              "/c/../static_secret/a.js",
              "/c/js/app.js%00",
              "/c/js/app.js!/",
              "/c/jar:file:/etc/passwd",
              "/c/Secret.class",
              "/c/secret.CLASS",
              "/c/WEB-INF/web.xml",
              "/c/.env",
              "/c/../META-INF/MANIFEST.MF")) {
        assertEquals(reference, url(loader, reference));
      }
      assertEquals(List.of(), log.lines());
    }
  }

  @ParameterizedTest
  @EnumSource
  void find_webjar(Kind kind) throws IOException {
    try (URLClassLoader loader = kind.loader(content(), site)) {
      Autoversion autoversion =
          Autoversion.builder().classpath("/webjars", "META-INF/resources/webjars", loader).build();
      assertEquals(
          "/webjars/lib/1.0/lib.js?v=8b5b9db0c13d", autoversion.url("/webjars/lib/1.0/lib.js"));
      assertEquals("/webjars/lib/1.0", autoversion.url("/webjars/lib/1.0"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void find_rootWithSlashes(Kind kind) throws IOException {
    try (URLClassLoader loader = kind.loader(content(), site)) {
      for (String root : List.of("static", "/static", "static/", "/static/")) {
        Autoversion autoversion = Autoversion.builder().classpath("/c", root, loader).build();
        assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
      }
      Autoversion deep = Autoversion.builder().classpath("/c", "static/js", loader).build();
      assertEquals("/c/app.js?v=3fc4ccfe7458", deep.url("/c/app.js"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FOLDER", "JAR"})
  void explain_nearName(Kind kind) throws IOException {
    try (URLClassLoader loader = kind.loader(content(), site)) {
      Autoversion autoversion = Autoversion.builder().classpath("/c", "static", loader).build();
      assertEquals(
          "no asset for '/c/js/ap.js'; searched class path static; did you mean '/c/js/app.js'?",
          autoversion.explain("/c/js/ap.js").reason().orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource
  void find_twoOnTheClassPath(Kind kind) throws IOException {
    Path first = Files.createDirectory(site.resolve("1"));
    Path second = Files.createDirectory(site.resolve("2"));
    URL[] urls = {
      kind.build(new Archive().file("static/a.js", "one"), first),
      kind.build(new Archive().file("static/a.js", "two").file("static/b.js", "two"), second)
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertEquals("/c/a.js?v=7692c3ad3540", url(loader, "/c/a.js"));
      assertEquals("/c/b.js?v=3fc4ccfe7458", url(loader, "/c/b.js"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FOLDER", "JAR"})
  void paths_twoOnTheClassPath(Kind kind) throws IOException {
    Path first = Files.createDirectory(site.resolve("1"));
    Path second = Files.createDirectory(site.resolve("2"));
    URL[] urls = {
      kind.build(new Archive().file("static/a.js", "one"), first),
      kind.build(new Archive().file("static/a.js", "two").file("static/b.js", "two"), second)
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null);
        Stream<LogicalPath> paths = AssetSource.classpath("static", loader).paths()) {
      assertEquals(List.of("a.js", "b.js"), paths.map(LogicalPath::value).sorted().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "//", "META-INF", "/META-INF/", "meta-inf", "WEB-INF", "Web-Inf/"})
  void classpath_rootTooWide(String root) {
    Autoversion.Builder builder = Autoversion.builder();
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.classpath("/c", root))
            .getMessage();
    assertEquals(
        "'"
            + root
            + "' would publish classes and configuration; name a folder that holds only assets,"
            + " like 'static' or 'META-INF/resources/webjars'",
        message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"///", "..", ".", "static/..", "static//js", "a/./b", "../static", "a\\b", "\\a"})
  void classpath_rootMalformed(String root) {
    Autoversion.Builder builder = Autoversion.builder();
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.classpath("/c", root))
            .getMessage();
    assertEquals("a resource root is a plain name like 'static', unlike '" + root + "'", message);
  }

  @Test
  void classpath_contextClassLoaderOfTheCall() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = Kind.JAR.loader(content(), site)) {
      Autoversion.Builder builder = Autoversion.builder();
      thread.setContextClassLoader(loader);
      assertSame(builder, builder.classpath("/c", "static"));
      thread.setContextClassLoader(null);
      builder.classpath("/own", "dev/autoversion");
      thread.setContextClassLoader(before);
      Autoversion autoversion = builder.build();
      assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
      assertEquals(
          "class path dev/autoversion",
          autoversion.explain("/own/none.txt").source().orElseThrow());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void folder_editSeen() throws IOException {
    try (URLClassLoader loader = Kind.FOLDER.loader(content(), site)) {
      Autoversion autoversion = time.builder().classpath("/c", "static", loader).build();
      assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
      Files.writeString(site.resolve("classes/static/js/app.js"), "three");
      assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
      time.advance(SECOND);
      assertEquals("/c/js/app.js?v=8b5b9db0c13d", autoversion.url("/c/js/app.js"));
      Files.delete(site.resolve("classes/static/js/app.js"));
      time.advance(SECOND);
      assertEquals("/c/js/app.js", autoversion.url("/c/js/app.js"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void folder_linkOutside() throws IOException {
    try (URLClassLoader loader = Kind.FOLDER.loader(content(), site)) {
      Path root = site.resolve("classes/static");
      Files.createSymbolicLink(root.resolve("out"), Path.of("../application.properties"));
      Files.createSymbolicLink(root.resolve("in"), Path.of("LICENSE"));
      assertEquals("/c/out", url(loader, "/c/out"));
      assertEquals("/c/in?v=7692c3ad3540", url(loader, "/c/in"));
    }
  }

  @Test
  void jar_closedLoader() throws IOException {
    Autoversion autoversion;
    try (URLClassLoader loader = Kind.JAR.loader(content(), site)) {
      autoversion = time.builder().classpath("/c", "static", loader).build();
      assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
    }
    assertEquals("/c/js/app.js?v=3fc4ccfe7458", autoversion.url("/c/js/app.js"));
    time.advance(SECOND);
    assertEquals("/c/js/app.js", autoversion.url("/c/js/app.js"));
    assertEquals("/c/LICENSE", autoversion.url("/c/LICENSE"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void jar_openFiles() throws IOException {
    try (URLClassLoader loader = Kind.JAR.loader(content(), site)) {
      Autoversion autoversion =
          Autoversion.builder()
              .classpath("/c", "static", loader)
              .recheckAfter(Duration.ZERO)
              .build();
      Autoversion dated =
          Autoversion.builder()
              .classpath("/c", "static", loader)
              .version(VersionStrategy.lastModified())
              .build();
      for (int i = 0; i < 10_000; i++) {
        autoversion.url("/c/js/app.js");
        autoversion.url("/c/no" + i);
        if (i % 20 == 0) {
          autoversion.invalidate();
          autoversion.explain("/c/js/ap.js");
          dated.explain("/c/js/app.js");
        }
      }
      assertEquals(1, OpenFiles.below(site).size(), "the class loader's own handle");
    }
    assertEquals(List.of(), OpenFiles.below(site));
  }

  /** A loader that leaves its streams to the JVM, as the one of the class path itself does. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void jar_openFilesOfALoaderWithoutItsOwn() throws IOException {
    Path jar = content().write(site.resolve("app.jar"));
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          protected URL findResource(String name) {
            return name.equals("static/js/app.js") ? entry(jar, name) : null;
          }
        };
    assertEquals("/c/js/app.js?v=3fc4ccfe7458", url(loader, "/c/js/app.js"));
    assertEquals(List.of(), OpenFiles.below(site));
  }

  /** The JVM shares one handle among all loaders of a jar, and closes it with any of them. */
  @Test
  void jar_otherLoaderOfItIsClosed() throws IOException {
    URL jar = content().write(site.resolve("app.jar")).toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null)) {
      VersionStrategy closing =
          asset -> {
            try (InputStream bytes = asset.open()) {
              try (URLClassLoader other = new URLClassLoader(new URL[] {jar}, null)) {
                url(other, "/c/js/app.js");
              }
              return new Version(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
          };
      Autoversion autoversion =
          Autoversion.builder().classpath("/c", "static", loader).version(closing).build();
      assertEquals("/c/js/app.js?v=two", autoversion.url("/c/js/app.js"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void paths_brokenJarBehindAFolder() throws IOException {
    Path folder = content().explode(Files.createDirectory(site.resolve("classes")));
    URL broken = new URL("jar:" + site.resolve("none.jar").toUri() + "!/static");
    URL whole = folder.resolve("static").toUri().toURL();
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          protected Enumeration<URL> findResources(String name) {
            return Collections.enumeration(List.of(whole, broken));
          }
        };
    AssetSource source = AssetSource.classpath("static", loader);
    try (Stream<LogicalPath> paths = source.paths()) {
      assertThrows(UncheckedIOException.class, paths::toList);
    }
    assertEquals(List.of(), OpenFiles.below(site));
    assertEquals(
        "no asset for '/c/ap.js'; searched class path static",
        Autoversion.builder()
            .source("/c", source)
            .build()
            .explain("/c/ap.js")
            .reason()
            .orElseThrow());
  }

  @Test
  void otherProtocol_resourceOfALoaderOfItsOwn() throws IOException {
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          protected URL findResource(String name) {
            return name.equals("static/a.js") ? memory("two") : null;
          }
        };
    assertEquals("/c/a.js?v=3fc4ccfe7458", url(loader, "/c/a.js"));
    assertEquals("/c/b.js", url(loader, "/c/b.js"));
    Autoversion dated =
        Autoversion.builder()
            .classpath("/c", "static", loader)
            .version(VersionStrategy.lastModified())
            .build();
    assertEquals("/c/a.js", dated.url("/c/a.js"));
    Asset asset =
        AssetSource.classpath("static", loader)
            .find(LogicalPath.of("a.js").orElseThrow())
            .orElseThrow();
    assertEquals(-1, asset.size());
    assertEquals(FileTime.fromMillis(0), asset.lastModified());
  }

  @Test
  @Tag("fork")
  void nestedJar_resource() throws Exception {
    Path assets = content().write(site.resolve("assets.jar"));
    Path app = new Archive().file("BOOT-INF/lib/assets.jar", assets).write(site.resolve("app.jar"));
    Files.delete(assets);
    assertEquals(
        List.of(
            "/c/js/app.js?v=3fc4ccfe7458",
            "/c/empty.css?v=e3b0c44298fc",
            "/c/css/a%20b%23c%25.css?v=7692c3ad3540",
            "/c/js",
            "/c/no.js",
            "/c/../application.properties",
            "/c/Secret.class",
            "no asset for '/c/js/ap.js'; searched class path static; did you mean '/c/js/app.js'?",
            "WarmUp[assets=4, bytes=9]",
            "more open files: false"),
        Fork.of(Nested.class).argument(app).lines(site));
  }

  /** Takes over the JVM's jar URLs, as Spring Boot's launcher does. */
  static final class Nested {
    public static void main(String[] arguments) throws IOException {
      Handlers.register();
      File app = new File(arguments[0]);
      URL[] urls = {JarUrl.create(app, new JarEntry("BOOT-INF/lib/assets.jar"))};
      try (LaunchedClassLoader loader = new LaunchedClassLoader(false, urls, null)) {
        for (String reference :
            List.of(
                "/c/js/app.js",
                "/c/empty.css",
                "/c/css/a%20b%23c%25.css",
                "/c/js",
                "/c/no.js",
                "/c/../application.properties",
                "/c/Secret.class")) {
          System.out.println(url(loader, reference));
        }
        Autoversion autoversion = Autoversion.builder().classpath("/c", "static", loader).build();
        System.out.println(autoversion.explain("/c/js/ap.js").reason().orElseThrow());
        System.out.println(autoversion.warmUp());
        // Spring's own loader opens some and leaves them to the garbage collector.
        int few = openFiles(autoversion, 10, app);
        int many = openFiles(autoversion, 500, app);
        System.out.println("more open files: " + (many > few));
      }
    }

    private static int openFiles(Autoversion autoversion, int lookUps, File app)
        throws IOException {
      for (int i = 0; i < lookUps; i++) {
        autoversion.invalidate();
        autoversion.url("/c/js/app.js");
        autoversion.explain("/c/js/ap.js");
      }
      return OpenFiles.below(app.toPath().getParent()).size();
    }
  }

  private static URL entry(Path jar, String name) {
    try {
      return new URL("jar:" + jar.toUri() + "!/" + name);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL memory(String text) {
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
              }
            };
          }
        };
    try {
      return new URL(null, "memory:" + text, handler);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
