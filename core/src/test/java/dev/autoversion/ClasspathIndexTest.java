package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.loader.launch.LaunchedClassLoader;
import org.springframework.boot.loader.net.protocol.Handlers;
import org.springframework.boot.loader.net.protocol.jar.JarUrl;

/** Names that are known not to be there, and none that is there among them. */
final class ClasspathIndexTest {
  @TempDir Path site;
  @RegisterExtension private final CapturedLog log = new CapturedLog();

  private URL jar(String name, Archive archive) throws IOException {
    return archive.write(site.resolve(name)).toUri().toURL();
  }

  private static boolean mayHave(ClassLoader loader, String name) throws IOException {
    return ClasspathIndex.of("static", loader).mayHave(name);
  }

  private static String url(ClassLoader loader, String reference) {
    return Autoversion.builder().classpath("/c", "static", loader).build().url(reference);
  }

  private static Archive manifest(String more) {
    return new Archive().file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + more + "\n");
  }

  @Test
  void mayHave_archivesOfAUrlClassLoader() throws IOException {
    URL[] urls = {
      jar("1.jar", new Archive().file("static/js/a.js", "one")),
      jar("2.jar", new Archive().file("static/b.js", "one").withoutDirectories()),
      site.resolve("none.jar").toUri().toURL(),
      Files.writeString(site.resolve("broken.jar"), "no archive").toUri().toURL(),
    };
    try (URLClassLoader parent = new URLClassLoader(urls, null);
        URLClassLoader loader = URLClassLoader.newInstance(new URL[0], parent)) {
      assertTrue(mayHave(loader, "js/a.js"));
      assertTrue(mayHave(loader, "b.js"));
      assertFalse(mayHave(loader, "a.js"));
      assertFalse(mayHave(loader, "JS/a.js"));
      assertFalse(mayHave(loader, "owners"));
      assertEquals("/c/b.js?v=7692c3ad3540", url(loader, "/c/b.js"));
    }
  }

  /** It may answer to any name, so it is asked each time. */
  @Test
  void mayHave_loaderOfAnotherKind() throws IOException {
    URL[] urls = {jar("1.jar", new Archive().file("static/a.js", "one"))};
    try (URLClassLoader loader = new URLClassLoader(urls, null) {};
        URLClassLoader child = new URLClassLoader(new URL[0], loader)) {
      assertTrue(mayHave(loader, "none.js"));
      assertTrue(mayHave(child, "none.js"));
      assertEquals("/c/none.js", url(child, "/c/none.js"));
    }
  }

  @Test
  void mayHave_rootInAPackageOfTheJdk() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
      assertTrue(ClasspathIndex.of("java/util", loader).mayHave("none.js"));
      assertTrue(ClasspathIndex.of("java", loader).mayHave("none.js"));
      assertFalse(ClasspathIndex.of("jav", loader).mayHave("none.js"));
    }
  }

  @Test
  void mayHave_folderIsLookedAtEachTime() throws IOException {
    Path classes = site.resolve("classes");
    URL[] urls = {
      new URL(classes.toUri() + "/"), jar("1.jar", new Archive().file("static/a.js", "one"))
    };
    ManualTime time = ManualTime.later();
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      Autoversion autoversion = time.builder().classpath("/c", "static", loader).build();
      assertEquals("/c/new.js", autoversion.url("/c/new.js"));
      assertEquals("/c/a.js?v=7692c3ad3540", autoversion.url("/c/a.js"));
      Files.createDirectories(classes.resolve("static"));
      Files.writeString(classes.resolve("static/new.js"), "two");
      Files.writeString(classes.resolve("static/a.js"), "two");
      time.advance(Duration.ofSeconds(1));
      assertEquals("/c/new.js?v=3fc4ccfe7458", autoversion.url("/c/new.js"));
      assertEquals("/c/a.js?v=3fc4ccfe7458", autoversion.url("/c/a.js"), "the folder is first");
    }
  }

  @Test
  void find_multiReleaseJar() throws IOException {
    Archive archive =
        manifest("Multi-Release: true\n")
            .file("static/a.js", "one")
            .file("META-INF/versions/9/static/a.js", "two")
            .file("META-INF/versions/9/static/b.js", "two")
            .file("META-INF/versions/999/static/a.js", "three");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("1.jar", archive)}, null)) {
      assertEquals("/c/a.js?v=3fc4ccfe7458", url(loader, "/c/a.js"));
      assertEquals("/c/b.js?v=3fc4ccfe7458", url(loader, "/c/b.js"));
      AssetSource source = AssetSource.classpath("static", loader);
      try (var assets = source.assets()) {
        Asset a = assets.findFirst().orElseThrow();
        assertEquals("two", new String(a.open().readAllBytes()));
      }
    }
  }

  /** What a manifest names is searched, too, and may have neither manifest nor folders. */
  @ParameterizedTest
  @ValueSource(
      strings = {"lib/b.jar", "./lib/../lib/b.jar", "none.jar lib/b.jar", "lib/", "%6cib/b.jar"})
  void find_classPathOfAManifest(String others) throws IOException {
    Files.createDirectory(site.resolve("lib"));
    jar("lib/b.jar", new Archive().file("static/b.js", "two").withoutDirectories());
    Files.createDirectory(site.resolve("lib/static"));
    Files.writeString(site.resolve("lib/static/b.js"), "two");
    URL[] urls = {jar("a.jar", manifest("Class-Path: " + others + "\n"))};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertEquals("/c/b.js?v=3fc4ccfe7458", url(loader, "/c/b.js"));
    }
  }

  @Test
  void mayHave_classPathOfAManifestThatIsKnown() throws IOException {
    Files.createDirectory(site.resolve("lib"));
    URL b = jar("lib/b.jar", manifest("").file("static/b.js", "two"));
    for (String others :
        List.of("lib/b.jar", "lib/", "none.jar", "lib/b.jar none.jar", b.toString())) {
      URL[] urls = {jar("a.jar", manifest("Class-Path: " + others + "\n"))};
      try (URLClassLoader loader = new URLClassLoader(urls, null)) {
        assertFalse(mayHave(loader, "none.js"), others);
      }
    }
  }

  /** The class loader may understand what we don't. */
  @Test
  void mayHave_classPathOfAManifestThatIsNotUnderstood() throws IOException {
    for (String others : List.of("http://example.com/c.jar", ":c.jar", "c\u0000.jar")) {
      URL[] urls = {jar("a.jar", manifest("Class-Path: " + others + "\n"))};
      try (URLClassLoader loader = new URLClassLoader(urls, null)) {
        assertTrue(mayHave(loader, "none.js"), others);
      }
    }
  }

  /** Where the JDK knows such an index, other archives may be in it. */
  @Test
  void mayHave_archiveWithAnIndexOfOthers() throws IOException {
    URL[] urls = {
      jar("a.jar", manifest("").file("META-INF/INDEX.LIST", "JarIndex-Version: 1.0\n\n"))
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertTrue(mayHave(loader, "none.js"));
    }
  }

  /** Nobody reads the manifest of a jar in a jar: a handler in the manner of Spring Boot's. */
  @Test
  void mayHave_classPathOfANestedJar() throws IOException {
    Archive archive = manifest("Class-Path: other.jar\n").file("static/a.js", "two");
    String lib = "jar:" + jar("lib.jar", archive) + "!/";
    jar("other.jar", new Archive().file("static/b.js", "two"));
    String nested = "jar:nested:/app.jar/!lib.jar!/";
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) throws IOException {
            return new URL(url.toString().replace(nested, lib)).openConnection();
          }
        };
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {new URL(null, nested, handler)}, null)) {
      assertEquals("/c/a.js?v=3fc4ccfe7458", url(loader, "/c/a.js"));
      assertEquals("/c/b.js", url(loader, "/c/b.js"));
      assertFalse(mayHave(loader, "b.js"));
    }
  }

  /** A name that no folder can have may still be one in an archive of the loader's own kind. */
  @Test
  void mayHave_nameThatIsNoPath() throws IOException {
    URL[] urls = {Files.createDirectory(site.resolve("classes")).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertFalse(mayHave(loader, "a.js"));
      assertTrue(mayHave(loader, "a\u0000.js"));
    }
  }

  @Test
  void isOnlyOne_nowhereElse() throws IOException {
    Archive first =
        new Archive()
            .file("static/one.js", "one")
            .file("static/both.js", "one")
            .file("static/name", "one")
            .file("static/in-folder.js", "one");
    Archive second = new Archive().file("static/both.js", "two").file("static/name/a.js", "two");
    Path folder =
        new Archive()
            .file("static/in-folder.js", "two")
            .explode(Files.createDirectory(site.resolve("classes")));
    URL[] urls = {jar("1.jar", first), jar("2.jar", second), folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null);
        URLClassLoader unknown = new URLClassLoader(urls, null) {}) {
      ClasspathIndex index = ClasspathIndex.of("static", loader);
      assertTrue(index.isOnlyOne("one.js"));
      assertFalse(index.isOnlyOne("both.js"));
      assertFalse(index.isOnlyOne("name"));
      assertFalse(index.isOnlyOne("in-folder.js"));
      assertFalse(ClasspathIndex.of("static", unknown).isOnlyOne("one.js"));
    }
  }

  @Test
  void isEmpty_rootInAFolderOrAnArchive() throws IOException {
    Path classes = Files.createDirectory(site.resolve("classes"));
    URL[] urls = {
      classes.toUri().toURL(), jar("1.jar", new Archive().file("META-INF/versions/9/v/a.js", "one"))
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertTrue(ClasspathIndex.of("static", loader).isEmpty());
      assertFalse(ClasspathIndex.of("v", loader).isEmpty());
      Files.createDirectory(classes.resolve("static"));
      assertFalse(ClasspathIndex.of("static", loader).isEmpty());
    }
  }

  @Test
  void find_fileInFrontOfAnotherArchivesFolder() throws IOException {
    URL[] urls = {
      jar("1.jar", new Archive().file("static/js", "one")),
      jar("2.jar", new Archive().file("static/js/a.js", "two")),
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertEquals("/c/js?v=7692c3ad3540", url(loader, "/c/js"));
      assertEquals("/c/js/a.js?v=3fc4ccfe7458", url(loader, "/c/js/a.js"));
    }
    URL[] reversed = {urls[1], urls[0]};
    try (URLClassLoader loader = new URLClassLoader(reversed, null)) {
      assertEquals("/c/js", url(loader, "/c/js"));
    }
  }

  @Test
  void find_archiveInFrontOfAFolderWithTheSameFile() throws IOException {
    Archive same = new Archive().file("static/a.js", "two");
    URL[] urls = {
      jar("1.jar", new Archive().file("static/a.js", "one")),
      same.explode(Files.createDirectory(site.resolve("classes"))).toUri().toURL(),
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertEquals("/c/a.js?v=7692c3ad3540", url(loader, "/c/a.js"));
    }
  }

  @Test
  void root_missingIsToldOnce() throws IOException {
    String warning =
        "WARNING class path assets does not exist; is it spelt as in the folder or jar that holds"
            + " it?";
    URL[] urls = {
      jar("1.jar", new Archive().file("static/a.js", "one").withoutDirectories()),
      Files.createDirectory(site.resolve("classes")).toUri().toURL(),
    };
    try (URLClassLoader known = new URLClassLoader(urls, null);
        URLClassLoader unknown = new URLClassLoader(urls, null) {}) {
      AssetSource.classpath("static", known);
      assertEquals(List.of(), log.lines());
      AssetSource source = AssetSource.classpath("assets", known);
      assertEquals(Optional.empty(), source.find(LogicalPath.of("a.js").orElseThrow()));
      assertEquals(List.of(warning), log.lines());
      AssetSource.classpath("assets", unknown);
      assertEquals(List.of(warning, warning), log.lines());
    }
  }

  /** A loader that does not tell where it searches may have anything. */
  @Test
  void root_missingInALoaderThatTellsNothing() {
    ClassLoader silent =
        new ClassLoader(null) {
          @Override
          public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
          }
        };
    AssetSource.classpath("assets", silent);
    assertEquals(List.of(), log.lines());
  }

  @Test
  void whyAbsent_folderOrSpelling() throws IOException {
    URL[] urls = {
      jar("1.jar", new Archive().file("static/js/a.js", "one")),
      jar("2.jar", new Archive().file("static/css/a.css", "one").withoutDirectories()),
      new Archive()
          .file("static/img/App.png", "two")
          .explode(Files.createDirectory(site.resolve("classes")))
          .toUri()
          .toURL(),
    };
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      AssetSource source = AssetSource.classpath("static", loader);
      for (String folder : List.of("js", "css", "img")) {
        assertEquals(Optional.of("it is a folder"), why(source, folder));
      }
      assertEquals(Optional.of("the disk spells it 'img/App.png'"), why(source, "img/app.png"));
      assertEquals(Optional.empty(), why(source, "none"));
    }
  }

  @Test
  void whyAbsent_anotherVersionOfJava() throws IOException {
    Archive archive =
        manifest("Multi-Release: true\n").file("META-INF/versions/999/js/a.js", "one");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("1.jar", archive)}, null)) {
      assertEquals(
          Optional.of("it is there for another version of Java only"),
          why(AssetSource.classpath("js", loader), "a.js"));
    }
  }

  private static Optional<String> why(AssetSource source, String name) throws IOException {
    return source.whyAbsent(LogicalPath.of(name).orElseThrow());
  }

  /** The JVM's own class path: archives without manifest or folders, and a folder. */
  @Test
  @Tag("fork")
  void mayHave_classPathOfTheJvm() throws Exception {
    jar("b.jar", new Archive().file("static/b.js", "two").withoutDirectories());
    Path folder = new Archive().file("static/f.js", "two").explode(site.resolve("classes"));
    assertEquals(
        List.of("/c/b.js?v=3fc4ccfe7458", "/c/f.js?v=3fc4ccfe7458", "/c/none.js", "false"),
        Fork.of(Jvm.class)
            .classPath(site.resolve("b.jar"))
            .classPath(folder)
            .classPath(site.resolve("none.jar"))
            .lines(site));
  }

  static final class Jvm {
    public static void main(String[] arguments) throws IOException {
      ClassLoader loader = ClassLoader.getSystemClassLoader();
      for (String name : List.of("b.js", "f.js", "none.js")) {
        System.out.println(url(loader, "/c/" + name));
      }
      System.out.println(mayHave(loader, "none.js"));
    }
  }

  /** As most applications are deployed: sixty jars in one. */
  @Test
  @Tag("fork")
  void mayHave_nestedJars() throws Exception {
    Archive app = manifest("").file("BOOT-INF/classes/static/app.js", "two");
    for (int i = 0; i < 60; i++) {
      String name = "lib" + i + ".jar";
      Archive lib = manifest("Class-Path: other.jar\n").file("static/" + i + "/a.js", "one");
      app.file(
          "BOOT-INF/lib/" + name,
          (i % 2 == 0 ? lib : lib.withoutDirectories()).write(site.resolve(name)));
    }
    Path jar = app.write(site.resolve("app.jar"));
    assertEquals(
        List.of(
            "/c/app.js?v=3fc4ccfe7458",
            "/c/0/a.js?v=7692c3ad3540",
            "/c/59/a.js?v=7692c3ad3540",
            "/c/59",
            "/c/owners",
            "false",
            "WarmUp[assets=61, bytes=183]",
            "assets 61, bytes 183"),
        Fork.of(Nested.class).argument(jar).lines(site));
  }

  static final class Nested {
    public static void main(String[] arguments) throws IOException {
      Handlers.register();
      File app = new File(arguments[0]);
      List<URL> urls = new ArrayList<>();
      urls.add(JarUrl.create(app, new JarEntry("BOOT-INF/classes/")));
      for (int i = 0; i < 60; i++) {
        urls.add(JarUrl.create(app, new JarEntry("BOOT-INF/lib/lib" + i + ".jar")));
      }
      ClassLoader parent = ClassLoader.getSystemClassLoader();
      try (LaunchedClassLoader loader =
          new LaunchedClassLoader(false, urls.toArray(URL[]::new), parent)) {
        for (String name : List.of("app.js", "0/a.js", "59/a.js", "59", "owners")) {
          System.out.println(url(loader, "/c/" + name));
        }
        System.out.println(mayHave(loader, "owners"));
        System.out.println(
            Autoversion.builder().classpath("/c", "static", loader).build().warmUp());
        long[] total = new long[2];
        try (var assets = AssetSource.classpath("static", loader).assets()) {
          for (Asset asset : assets.toList()) {
            total[0]++;
            total[1] += asset.size();
          }
        }
        System.out.println("assets " + total[0] + ", bytes " + total[1]);
        if (arguments.length > 1) {
          measure(loader);
        }
      }
    }

    /** By hand: what a look-up of an ordinary link costs, with and without the index. */
    private static void measure(ClassLoader loader) throws IOException {
      AssetSource source = AssetSource.classpath("static", loader);
      long began = System.nanoTime();
      source.find(LogicalPath.of("first").orElseThrow());
      System.out.println("index " + (System.nanoTime() - began) / 1000 + " us");
      for (int round = 0; round < 5; round++) {
        began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
          source.find(LogicalPath.of("owners/" + round + "/" + i).orElseThrow());
        }
        System.out.println("absent " + (System.nanoTime() - began) / 1000 + " ns");
        began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
          loader.getResource("static/owners/" + round + "/x" + i);
        }
        System.out.println("loader " + (System.nanoTime() - began) / 1000 + " ns");
      }
    }
  }
}
